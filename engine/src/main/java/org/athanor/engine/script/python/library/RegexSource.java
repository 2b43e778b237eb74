package org.athanor.engine.script.python.library;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.athanor.engine.script.python.value.PythonFault;

/// Python's regular expressions in Java's words. Where they differ and nothing says the same, the pattern isn't read.
final class RegexSource {
    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private RegexSource(String source) {
        this.source = source;
    }

    static Pattern compile(String source, int flags) {
        var translated = new RegexSource(source).translated();
        int wanted = (flags & 256) == 0 ? Pattern.UNICODE_CHARACTER_CLASS : 0;
        wanted |= (flags & 2) != 0 ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        wanted |= (flags & 8) != 0 ? Pattern.MULTILINE : 0;
        wanted |= (flags & 16) != 0 ? Pattern.DOTALL : 0;
        wanted |= (flags & 64) != 0 ? Pattern.COMMENTS : 0;
        try {
            return Pattern.compile(translated, wanted | Pattern.UNIX_LINES);
        } catch (PatternSyntaxException e) {
            if (e.getDescription().contains("overflow")) {
                throw PythonFault.exhausted("A regular expression is nested too deeply");
            }
            throw PythonFault.raised("error", e.getDescription());
        } catch (StackOverflowError _) {
            throw PythonFault.exhausted("A regular expression is nested too deeply");
        }
    }

    /// Java's names of groups are letters and digits.
    static String javaName(String name) {
        return name.replace("Z", "ZZ").replace("_", "Z0");
    }

    static String pythonName(String name) {
        return name.replace("Z0", "_").replace("ZZ", "Z");
    }

    private String translated() {
        while (at < source.length()) {
            char c = source.charAt(at);
            switch (c) {
                case '\\' -> escape(false);
                case '[' -> set();
                case '(' -> group();
                default -> {
                    out.append(c);
                    at++;
                }
            }
        }
        return out.toString();
    }

    private void escape(boolean inSet) {
        if (at + 1 >= source.length()) {
            throw PythonFault.raised("error", "bad escape (end of pattern) at position " + at);
        }
        char c = source.charAt(at + 1);
        at += 2;
        switch (c) {
            case 'Z' -> out.append("\\z");
            case 'A', 'B', 'b', 'd', 'D', 's', 'S', 'w', 'W', 'n', 't', 'r', 'f', 'x', 'u' -> {
                out.append(inSet && c == 'b' ? "\\x08" : "\\" + c);
            }
            case 'v' -> out.append("\\x0B");
            case 'a' -> out.append("\\x07");
            case '0' -> out.append("\\x00");
            default -> {
                if (Character.isLetter(c)) {
                    throw PythonFault.raised("error", "bad escape \\%s at position %d".formatted(c, at - 2));
                }
                out.append('\\').append(c);
            }
        }
    }

    private void set() {
        out.append('[');
        at++;
        if (at < source.length() && source.charAt(at) == '^') {
            out.append('^');
            at++;
        }
        boolean first = true;
        while (at < source.length() && (first || source.charAt(at) != ']')) {
            char c = source.charAt(at);
            if (c == '\\') {
                escape(true);
            } else {
                out.append(c == '[' || c == ']' || c == '&' || c == '#' || c == ' ' ? "\\" + c : String.valueOf(c));
                at++;
            }
            first = false;
        }
        if (at >= source.length()) {
            throw PythonFault.raised("error", "unterminated character set at position 0");
        }
        out.append(']');
        at++;
    }

    private void group() {
        if (source.startsWith("(?P<", at)) {
            int end = nameEnd('>');
            out.append("(?<").append(javaName(source.substring(at + 4, end))).append('>');
            at = end + 1;
        } else if (source.startsWith("(?P=", at)) {
            int end = nameEnd(')');
            out.append("\\k<").append(javaName(source.substring(at + 4, end))).append('>');
            at = end + 1;
        } else if (source.startsWith("(?#", at)) {
            int end = nameEnd(')');
            at = end + 1;
        } else if (source.startsWith("(?(", at)) {
            throw PythonFault.unreadable("A pattern with a condition isn't read here");
        } else if (source.startsWith("(?", at) && at + 2 < source.length()
                && "aiLmsux".indexOf(source.charAt(at + 2)) >= 0) {
            inlineFlags();
        } else {
            out.append('(');
            at++;
        }
    }

    private void inlineFlags() {
        int end = at + 2;
        while (end < source.length() && source.charAt(end) != ')' && source.charAt(end) != ':') {
            end++;
        }
        var flags = source.substring(at + 2, end).replace("a", "").replace("L", "").replace("u", "");
        flags = flags.replace("i", "iu");
        if (flags.isEmpty() && end < source.length() && source.charAt(end) == ')') {
            at = end + 1;
            return;
        }
        out.append("(?").append(flags);
        at = end;
    }

    private int nameEnd(char last) {
        int end = source.indexOf(last, at);
        if (end < 0) {
            throw PythonFault.raised("error", "missing %s, unterminated name".formatted(last));
        }
        return end;
    }
}
