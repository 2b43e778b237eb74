package org.athanor.engine.script.python.library;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Uuid;
import org.athanor.engine.script.python.value.Value;

/// `uuid`
final class Uuids {
    private Uuids() {}

    static Module module(RandomGenerator random) {
        var members = new Members().type(Uuid.TYPE)
                .function("uuid4", "", _ -> new Uuid(versioned(random.nextLong(), random.nextLong(), 4)))
                .function("uuid1", "node=None, clock_seq=None", _ -> {
                    throw PythonFault.unreadable("uuid.uuid1() depends on the machine; that isn't read here");
                })
                .function("uuid3", "namespace, name", given -> named(given, "MD5", 3))
                .function("uuid5", "namespace, name", given -> named(given, "SHA-1", 5));
        Map.of("NAMESPACE_DNS", 0x10, "NAMESPACE_URL", 0x11, "NAMESPACE_OID", 0x12, "NAMESPACE_X500", 0x14)
                .forEach((name, last) -> members.value(name, new Uuid(
                        UUID.fromString("6ba7b8%x-9dad-11d1-80b4-00c04fd430c8".formatted(last)))));
        return members.module("uuid");
    }

    private static UUID versioned(long high, long low, int version) {
        return new UUID(high & ~0xf000L | (long) version << 12, low & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static Value named(Signature.Bound given, String algorithm, int version) {
        if (!(given.get("namespace") instanceof Uuid namespace)) {
            throw PythonFault.raised("AttributeError",
                    "'%s' object has no attribute 'bytes'".formatted(given.get("namespace").typeName()));
        }
        var name = given.get("name") instanceof Bytes bytes
                ? bytes.bytes()
                : Text.of(given.get("name"), "name").getBytes(StandardCharsets.UTF_8);
        var input = ByteBuffer.allocate(16 + name.length).putLong(namespace.value().getMostSignificantBits())
                .putLong(namespace.value().getLeastSignificantBits()).put(name).array();
        var number = new BigInteger(1, Arrays.copyOf(digest(algorithm, input), 16));
        return new Uuid(versioned(number.shiftRight(64).longValue(), number.longValue(), version));
    }

    static byte[] digest(String algorithm, byte[] input) {
        try {
            return MessageDigest.getInstance(algorithm).digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
