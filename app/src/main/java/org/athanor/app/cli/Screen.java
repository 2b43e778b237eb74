package org.athanor.app.cli;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Where a stream of words is looked at, and what may be done there for the eye. Files and other programs get the bare text.
///
/// @param watched whether a person sees it on a terminal
/// @param obedient whether that terminal knows what an escape sequence is
/// @param inked whether there are colours
/// @param charset how it is written
/// @param width how many characters a line has; the terminal tells nobody, unless by starting a program or by fifty times
///         the time that it would be worth, so it is known where COLUMNS is handed on
public record Screen(boolean watched, boolean obedient, boolean inked, Charset charset, OptionalInt width) {
    /// A file, or another program.
    public static final Screen NONE = new Screen(false, false, false, StandardCharsets.UTF_8, OptionalInt.empty());

    private static final int NARROWEST = 40;
    private static final String ONE_LINE = "\u001b[?7l";
    private static final String MORE_LINES = "\u001b[?7h";

    /// A terminal in this environment, that says it writes so.
    static Screen terminal(Map<String, String> environment, String encoding) {
        var kind = environment.getOrDefault("TERM", "");
        boolean obedient = !kind.isEmpty() && !kind.equals("dumb");
        return new Screen(true, obedient, obedient && environment.getOrDefault("NO_COLOR", "").isEmpty(),
                charset(encoding), width(environment.getOrDefault("COLUMNS", "")));
    }

    /// A terminal, or none.
    public static Screen of(boolean terminal, Map<String, String> environment, String encoding) {
        return terminal ? terminal(environment, encoding) : NONE;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return StandardCharsets.US_ASCII;
        }
    }

    private static OptionalInt width(String columns) {
        try {
            int width = Integer.parseInt(columns);
            return width < NARROWEST ? OptionalInt.empty() : OptionalInt.of(width);
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }

    /// What somebody said in the call goes before the environment.
    Screen with(InkWish wish) {
        return switch (wish) {
            case AUTO -> this;
            case ALWAYS -> new Screen(watched, obedient, true, charset, width);
            case NEVER -> new Screen(watched, obedient, false, charset, width);
        };
    }

    /// How words get there. The locale `C` says nothing of the terminal, which may well show the letters of names.
    public Charset writing() {
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /// Whether signs beyond ASCII that this program makes up can be relied on.
    boolean hasSigns() {
        return charset.equals(StandardCharsets.UTF_8);
    }

    String ink(Ink ink, String text) {
        return inked ? ink.on(text) : text;
    }

    /// A text of this program's own, with no sign that the terminal may not have.
    String plain(String text) {
        return hasSigns() ? text : text.replace("…", "...");
    }

    /// One line of a list, cut at the edge if that is known.
    String line(String text) {
        return width.isEmpty()
                ? text
                : text.lines().map(one -> cut(one, width.getAsInt())).collect(Collectors.joining("\n"));
    }

    /// The same for signs of a drawing.
    char plain(char sign) {
        return hasSigns() ? sign : switch (sign) {
            case '●' -> '*';
            case '○' -> 'o';
            case '│' -> '|';
            case '┊' -> ':';
            case '─' -> '-';
            case '╯', '╭' -> '/';
            case '╰', '╮' -> '\\';
            case '┼', '├', '┤', '┬', '┴' -> '+';
            default -> sign;
        };
    }

    /// One line of a drawing, which a second one would tear: where the edge isn't known, the terminal itself cuts.
    String drawn(String text) {
        return width.isPresent() || !obedient ? line(text) : ONE_LINE + text + MORE_LINES;
    }

    /// Escape sequences take no room.
    private String cut(String text, int room) {
        int seen = 0;
        int keep = -1;
        var more = plain("…");
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\u001b') {
                i = text.indexOf('m', i);
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                if (seen == room - more.length()) {
                    keep = i;
                }
                seen++;
            }
        }
        return seen <= room ? text : text.substring(0, keep) + (text.indexOf('\u001b') >= 0 ? "\u001b[0m" : "") + more;
    }

    /// A sentence after the beginning of a line, broken between words where the edge is known; the further lines begin
    /// with `further`.
    String sentence(String first, String text, String further) {
        if (width.isEmpty()) {
            return first + text;
        }
        var all = new StringBuilder(first);
        int column = first.length();
        boolean fresh = true;
        for (var word : text.split(" ", -1)) {
            if (!fresh && column + 1 + word.length() > width.getAsInt()) {
                all.append(System.lineSeparator()).append(further);
                column = further.length();
                fresh = true;
            }
            all.append(fresh ? "" : " ").append(word);
            column += word.length() + (fresh ? 0 : 1);
            fresh = false;
        }
        return all.toString();
    }
}
