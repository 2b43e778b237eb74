package org.athanor.app.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.spec.SecretKeySpec;

import org.athanor.engine.database.Secret;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// What a passphrase becomes by Argon2id: a key, and a value by which a wrong passphrase is known.
final class VaultKey {
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final Cost cost;
    private final byte[] salt;
    private final byte[] key;
    private final byte[] proof;

    /// How much work a guess is. The memory is in kibibytes.
    record Cost(int memory, int passes) {
        static final Cost USUAL = new Cost(64 * 1024, 3);
        private static final int MOST_MEMORY = 1024 * 1024;
        private static final int MOST_PASSES = 64;

        boolean isBearable() {
            return memory >= 8 && memory <= MOST_MEMORY && passes >= 1 && passes <= MOST_PASSES;
        }
    }

    private VaultKey(Cost cost, byte[] salt, byte[] key, byte[] proof) {
        this.cost = cost;
        this.salt = salt;
        this.key = key;
        this.proof = proof;
    }

    static VaultKey fresh(Secret passphrase) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return of(passphrase, salt, Cost.USUAL);
    }

    static VaultKey of(Secret passphrase, byte[] salt, Cost cost) {
        var argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(cost.memory())
                .withIterations(cost.passes()).withParallelism(1).withSalt(salt).build());
        var derived = new byte[2 * KEY_BYTES];
        var typed = bytes(passphrase);
        argon.generateBytes(typed, derived);
        var made = new VaultKey(cost, salt, Arrays.copyOf(derived, KEY_BYTES),
                sha256(Arrays.copyOfRange(derived, KEY_BYTES, derived.length)));
        Arrays.fill(typed, (byte) 0);
        Arrays.fill(derived, (byte) 0);
        return made;
    }

    Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] proof() {
        return proof.clone();
    }

    SecretKeySpec aes() {
        return new SecretKeySpec(key, "AES");
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Secret secret) {
        var characters = secret.characters();
        var encoded = ByteBuffer.allocate(characters.length * MOST_BYTES_OF_A_CHARACTER);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
        var bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(characters, '\0');
        return bytes;
    }
}
