package org.athanor.engine.script.python.syntax;

/// How a string is written, as a set of bits: its prefix, its marks, and whether a backslash is in it.
final class StringForm {
    static final int RAW = 1;
    static final int BYTES = 2;
    static final int FORMAT = 4;
    static final int TEMPLATE = 8;
    static final int UNICODE = 16;
    static final int TRIPLE = 32;
    static final int ESCAPED = 64;

    private StringForm() {}

    /// The bits of the letters before a quote, or -1 if these are no prefix.
    static int ofPrefix(char[] source, int start, int end) {
        int form = 0;
        for (int i = start; i < end; i++) {
            int bit = switch (source[i]) {
                case 'r', 'R' -> RAW;
                case 'b', 'B' -> BYTES;
                case 'f', 'F' -> FORMAT;
                case 't', 'T' -> TEMPLATE;
                case 'u', 'U' -> UNICODE;
                default -> -1;
            };
            if (bit < 0 || (form & bit) != 0) {
                return -1;
            }
            form |= bit;
        }
        boolean alone = Integer.bitCount(form & ~RAW) <= 1 && form != (RAW | UNICODE);
        return alone ? form : -1;
    }

    /// `ur""`
    static boolean isPythonTwo(char[] source, int start) {
        return (source[start] | ' ') == 'u' && (source[start + 1] | ' ') == 'r';
    }

    static boolean isRaw(int form) {
        return (form & RAW) != 0;
    }

    static boolean isBytes(int form) {
        return (form & BYTES) != 0;
    }

    static boolean isFormatted(int form) {
        return (form & (FORMAT | TEMPLATE)) != 0;
    }

    static boolean isTemplate(int form) {
        return (form & TEMPLATE) != 0;
    }

    static int marks(int form) {
        return (form & TRIPLE) != 0 ? 3 : 1;
    }
}
