package org.athanor.engine.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// How lines hang together: each ends with the SHA-256 of all that stands before that in the line, and names the one of the
/// line before. So no line can be changed, left out or moved without all that follow being written anew.
final class Chain {
    /// What the first line names.
    static final String START = "";
    private static final byte[] OPENING = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSING = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = ",\"before\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "{\"n\":".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 64;
    private static final int TAIL = OPENING.length + DIGITS + CLOSING.length;

    private final MessageDigest digest = sha256();

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The hash of a line's body, which is the line up to the comma before its hash.
    String hash(byte[] bytes, int from, int to) {
        digest.update(bytes, from, to - from);
        return HexFormat.of().formatHex(digest.digest());
    }

    /// What comes behind a line's body.
    static byte[] tail(String hash) {
        var tail = new byte[TAIL + 1];
        System.arraycopy(OPENING, 0, tail, 0, OPENING.length);
        System.arraycopy(hash.getBytes(StandardCharsets.US_ASCII), 0, tail, OPENING.length, DIGITS);
        System.arraycopy(CLOSING, 0, tail, OPENING.length + DIGITS, CLOSING.length);
        tail[TAIL] = '\n';
        return tail;
    }

    /// A line as its own bytes tell: its number, the hash it names, its own, and whether that is right.
    record Link(long number, String before, String hash, boolean right) {}

    /// Takes a line apart, without its end; nothing where it doesn't have the form of one.
    Optional<Link> link(byte[] bytes, int from, int to) {
        int body = to - TAIL;
        int before = body - DIGITS - BEFORE.length - 1;
        if (body <= from || !stands(OPENING, bytes, body) || !stands(CLOSING, bytes, to - CLOSING.length)
                || !stands(NUMBER, bytes, from)) {
            return Optional.empty();
        }
        var hash = text(bytes, body + OPENING.length, DIGITS);
        boolean hasBefore = before > from && stands(BEFORE, bytes, before);
        var named = hasBefore ? text(bytes, before + BEFORE.length, DIGITS) : START;
        return Optional.of(new Link(number(bytes, from + NUMBER.length), named, hash,
                hash(bytes, from, body).equals(hash)));
    }

    private static boolean stands(byte[] part, byte[] bytes, int at) {
        return Arrays.equals(part, 0, part.length, bytes, at, at + part.length);
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
