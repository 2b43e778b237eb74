package org.athanor.engine.script.python.library;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.Methods;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `hashlib`, `base64` and `binascii`.
final class Hashes {
    private static final Map<String, String> ALGORITHMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224",
            "sha256", "SHA-256", "sha384", "SHA-384", "sha512", "SHA-512", "sha3_256", "SHA3-256", "sha3_512",
            "SHA3-512");
    private static final Methods<Hash> METHODS = Methods.<Hash>of("HASH")
            .with("hexdigest", "", (h, _) -> new Text(HexFormat.of().formatHex(h.digest())))
            .with("digest", "", (h, _) -> Bytes.of(h.digest()))
            .with("update", "data, /", (h, a) -> {
                h.input.writeBytes(bytes(a.get("data")));
                return Nothing.NONE;
            });

    private Hashes() {}

    private record Hash(String name, ByteArrayOutputStream input) implements Value {
        byte[] digest() {
            Budget.time(input.size() >> 6);
            return Uuids.digest(ALGORITHMS.getOrDefault(name, name), input.toByteArray());
        }

        @Override
        public String typeName() {
            return "_hashlib.HASH";
        }

        @Override
        public Value attribute(String member) {
            return switch (member) {
                case "name" -> new Text(name);
                case "digest_size" -> Whole.of(digest().length);
                default -> METHODS.of(this, member);
            };
        }
    }

    private static byte[] bytes(Value value) {
        if (value instanceof Bytes bytes) {
            Budget.room(bytes.value().length());
            return bytes.bytes();
        }
        throw PythonFault.raised("TypeError", value instanceof Text
                ? "Strings must be encoded before hashing"
                : "object supporting the buffer API required");
    }

    private static Value hash(String name, Signature.Bound given) {
        var input = new ByteArrayOutputStream();
        given.find("data").ifPresent(data -> input.writeBytes(bytes(data)));
        return new Hash(name, input);
    }

    static Module hashlib() {
        var members = new Members();
        ALGORITHMS.keySet().forEach(name -> members.function(name, "data=b'', /, *, usedforsecurity=True",
                given -> hash(name, given)));
        return members.function("new", "name, data=b'', *, usedforsecurity=True", given -> {
            var name = Text.of(given.get("name"), "name").toLowerCase(Locale.ROOT);
            if (!ALGORITHMS.containsKey(name)) {
                throw PythonFault.unreadable("The hash " + name + " isn't read here");
            }
            return hash(name, given);
        }).module("hashlib");
    }

    private static byte[] encoded(Value value) {
        return value instanceof Text text ? new Bytes(text.value()).bytes() : bytes(value);
    }

    static Module base64() {
        return new Members()
                .function("b64encode", "s, altchars=None",
                        given -> Bytes.of(Base64.getEncoder().encode(bytes(given.get("s")))))
                .function("standard_b64encode", "s",
                        given -> Bytes.of(Base64.getEncoder().encode(bytes(given.get("s")))))
                .function("urlsafe_b64encode", "s",
                        given -> Bytes.of(Base64.getUrlEncoder().encode(bytes(given.get("s")))))
                .function("b64decode", "s, altchars=None, validate=False",
                        given -> decoded(Base64.getMimeDecoder(), encoded(given.get("s"))))
                .function("urlsafe_b64decode", "s",
                        given -> decoded(Base64.getUrlDecoder(), encoded(given.get("s"))))
                .function("b16encode", "s", given -> new Bytes(
                        HexFormat.of().withUpperCase().formatHex(bytes(given.get("s")))))
                .module("base64");
    }

    private static Value decoded(Base64.Decoder decoder, byte[] input) {
        try {
            return Bytes.of(decoder.decode(input));
        } catch (IllegalArgumentException _) {
            throw PythonFault.raised("Error", "Incorrect padding");
        }
    }

    static Module binascii() {
        return new Members().function("hexlify", "data", given -> new Bytes(
                HexFormat.of().formatHex(bytes(given.get("data")))))
                .function("unhexlify", "hexstr", given -> {
                    try {
                        return Bytes.of(HexFormat.of().parseHex(new String(encoded(given.get("hexstr")),
                                java.nio.charset.StandardCharsets.ISO_8859_1)));
                    } catch (IllegalArgumentException _) {
                        throw PythonFault.raised("Error", "Non-hexadecimal digit found");
                    }
                }).value("Error", ExceptionClasses.find("Error"))
                .module("binascii");
    }
}
