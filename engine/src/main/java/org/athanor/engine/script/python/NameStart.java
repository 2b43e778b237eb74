package org.athanor.engine.script.python;

/// The name that a line starts with, if any, and where the next thing stands behind it. Told by hand, since every line of
/// every revision is asked.
record NameStart(String text, int end, int next) {
    static NameStart of(String text) {
        int end = 0;
        while (end < text.length() && isPart(text.charAt(end), end)) {
            end++;
        }
        int next = end;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        return new NameStart(text, end, next);
    }

    String name() {
        return text.substring(0, end);
    }

    /// `name =` or `name:`, but not `name ==`.
    boolean isAssigned() {
        return end > 0 && (text.startsWith(":", next) || text.startsWith("=", next) && !text.startsWith("=", next + 1));
    }

    /// `name.` or `name +`.
    boolean isPerhapsAddedTo() {
        return end > 0 && (text.startsWith(".", end) || text.startsWith("+", next));
    }

    private static boolean isPart(char c, int position) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || position > 0 && c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c >= '\t' && c <= '\r';
    }
}
