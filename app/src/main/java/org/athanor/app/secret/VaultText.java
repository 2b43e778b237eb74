package org.athanor.app.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The vault's file: a head that says how the key is made, the passwords encrypted with AES-256-GCM (the head is
/// authenticated with them), and a checksum that tells a damaged file from a wrong passphrase.
final class VaultText {
    private static final Pattern FORM = Pattern.compile(
            "(athanor vault 1\nargon2id (\\d{1,7}) (\\d{1,3})\nsalt (\\S+)\nproof (\\S+)\nnonce (\\S+)\n)(\\S+)\n([0-9a-f]{64})\n");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final String head;
    private final VaultKey.Cost cost;
    private final byte[] salt;
    private final byte[] proof;
    private final byte[] nonce;
    private final byte[] sealed;

    private VaultText(Path file, MatchResult form, VaultKey.Cost cost) {
        var base64 = Base64.getDecoder();
        this.file = file;
        this.head = form.group(1);
        this.cost = cost;
        this.salt = base64.decode(form.group(4));
        this.proof = base64.decode(form.group(5));
        this.nonce = base64.decode(form.group(6));
        this.sealed = base64.decode(form.group(7));
    }

    static VaultText parse(Path file, byte[] content) {
        var form = FORM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        if (!form.matches() || !checksum(form.group(1) + form.group(7)).equals(form.group(8))) {
            throw damaged(file);
        }
        try {
            var cost = new VaultKey.Cost(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
            if (!cost.isBearable()) {
                throw damaged(file);
            }
            return new VaultText(file, form, cost);
        } catch (IllegalArgumentException _) {
            throw damaged(file);
        }
    }

    VaultKey key(Secret passphrase) {
        return VaultKey.of(passphrase, salt, cost);
    }

    boolean isFor(VaultKey key) {
        return Arrays.equals(salt, key.salt()) && MessageDigest.isEqual(proof, key.proof());
    }

    Map<String, Secret> decrypt(VaultKey key) {
        try {
            return entries(cipher(Cipher.DECRYPT_MODE, key, nonce, head).doFinal(sealed));
        } catch (GeneralSecurityException | IOException _) {
            throw damaged(file);
        }
    }

    static byte[] encrypt(Map<String, Secret> entries, VaultKey key) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        var base64 = Base64.getEncoder();
        var head = "athanor vault 1\nargon2id %d %d\nsalt %s\nproof %s\nnonce %s\n".formatted(key.cost().memory(),
                key.cost().passes(), base64.encodeToString(key.salt()), base64.encodeToString(key.proof()),
                base64.encodeToString(nonce));
        try {
            var plain = bytes(entries);
            var sealed = base64.encodeToString(cipher(Cipher.ENCRYPT_MODE, key, nonce, head).doFinal(plain));
            Arrays.fill(plain, (byte) 0);
            return (head + sealed + "\n" + checksum(head + sealed) + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, VaultKey key, byte[] nonce, String head) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static byte[] bytes(Map<String, Secret> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(entries.size());
            for (var entry : new TreeMap<>(entries).entrySet()) {
                out.writeUTF(entry.getKey());
                var characters = entry.getValue().characters();
                out.writeInt(characters.length);
                for (char character : characters) {
                    out.writeChar(character);
                }
                Arrays.fill(characters, '\0');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, Secret> entries(byte[] plain) throws IOException {
        var entries = new TreeMap<String, Secret>();
        try (var in = new DataInputStream(new ByteArrayInputStream(plain))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                var address = in.readUTF();
                var characters = new char[in.readInt()];
                for (int c = 0; c < characters.length; c++) {
                    characters[c] = in.readChar();
                }
                entries.put(address, Secret.of(characters));
                Arrays.fill(characters, '\0');
            }
        }
        Arrays.fill(plain, (byte) 0);
        return entries;
    }

    private static String checksum(String text) {
        return HexFormat.of().formatHex(VaultKey.sha256(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Refusal damaged(Path file) {
        return new Refusal(
                Problem.at(file, 0, ProblemKind.BAD_VAULT, "The vault is damaged: it isn't as it was written",
                        "Put back a copy of it; or remove it, and give the passwords anew."));
    }
}
