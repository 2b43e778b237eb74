package org.athanor.engine.script.python.value;

/// Python counts characters where Java counts UTF-16 units: the same for nearly every text.
public final class Characters {
    private Characters() {}

    public static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Where the character with this number starts.
    public static int start(String text, int character) {
        return count(text) == text.length() ? character : text.offsetByCodePoints(0, character);
    }

    /// The number of the character that starts here.
    public static int number(String text, int start) {
        return start < 0 ? start : text.codePointCount(0, start);
    }

    /// Python's order, by code point.
    public static int compare(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Character.isSurrogate(x) == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Character.isSurrogate(x) ? 1 : -1;
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /// What Python strips: its own idea of white space.
    public static boolean isSpace(int c) {
        return c == ' ' || c >= 9 && c <= 13 || c >= 0x1c && c <= 0x1f || c == 0x85 || c == 0xa0
                || c > 0xff && (Character.isSpaceChar(c) && c != 0x200b);
    }

    /// Whether `repr` writes the character as it is.
    static boolean isPrintable(int c) {
        if (c < 0x7f) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
