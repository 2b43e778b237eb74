package org.athanor.engine.script.python.value;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/// The methods of `str`.
final class TextMethods {
    static final Methods<Text> ALL = searching(casing(shaping(splitting(Methods.of("str")))));

    private TextMethods() {}

    private static Methods<Text> splitting(Methods<Text> methods) {
        return methods
                .with("split", "sep=None, maxsplit=-1",
                        (t, a) -> Splitting.split(t.value(), separator(a), times(a)))
                .with("rsplit", "sep=None, maxsplit=-1",
                        (t, a) -> Splitting.splitFromRight(t.value(), separator(a), times(a)))
                .with("splitlines", "keepends=False",
                        (t, a) -> Splitting.lines(t.value(), a.get("keepends", Truth.FALSE).truth()))
                .with("partition", "sep, /", (t, a) -> Splitting.partition(t.value(), text(a, "sep")))
                .with("rpartition", "sep, /", (t, a) -> Splitting.partitionFromRight(t.value(), text(a, "sep")))
                .with("join", "iterable, /", (t, a) -> join(t.value(), a.get("iterable")));
    }

    private static String separator(Signature.Bound given) {
        var separator = given.given("sep").map(v -> Text.of(v, "sep")).orElse("");
        if (separator.isEmpty() && given.given("sep").isPresent()) {
            throw PythonFault.raised("ValueError", "empty separator");
        }
        return separator;
    }

    private static int times(Signature.Bound given) {
        return given.find("maxsplit").map(Whole::index).orElse(-1);
    }

    private static String text(Signature.Bound given, String name) {
        return Text.of(given.get(name), name);
    }

    private static Text join(String separator, Value parts) {
        var out = new StringBuilder();
        var elements = parts.iterator();
        for (int i = 0; elements.hasNext(); i++) {
            var part = elements.next();
            if (!(part.plain() instanceof Text text)) {
                Unresolved.refuse(part);
                throw PythonFault.raised("TypeError", "sequence item %d: expected str instance, %s found".formatted(i,
                        part.typeName()));
            }
            Budget.room((long) text.value().length() + separator.length());
            out.append(i > 0 ? separator : "").append(text.value());
        }
        return new Text(out.toString());
    }

    private static Methods<Text> shaping(Methods<Text> methods) {
        return methods
                .with("strip", "chars=None, /", (t, a) -> strip(t, a, true, true))
                .with("lstrip", "chars=None, /", (t, a) -> strip(t, a, true, false))
                .with("rstrip", "chars=None, /", (t, a) -> strip(t, a, false, true))
                .with("ljust", "width, fillchar=' ', /", (t, a) -> pad(t, a, 0))
                .with("rjust", "width, fillchar=' ', /", (t, a) -> pad(t, a, 2))
                .with("center", "width, fillchar=' ', /", (t, a) -> pad(t, a, 1))
                .with("zfill", "width, /", (t, a) -> zeros(t.value(), Whole.index(a.get("width"))))
                .with("expandtabs", "tabsize=8",
                        (t, a) -> expand(t.value(), a.find("tabsize").map(Whole::index).orElse(8)))
                .with("replace", "old, new, count=-1, /", (t, a) -> replace(t.value(), text(a, "old"), text(a, "new"),
                        a.find("count").map(Whole::index).orElse(-1)))
                .with("removeprefix", "prefix, /", (t, a) -> t.value().startsWith(text(a, "prefix"))
                        ? new Text(t.value().substring(text(a, "prefix").length()))
                        : t)
                .with("removesuffix", "suffix, /",
                        (t, a) -> !text(a, "suffix").isEmpty() && t.value().endsWith(text(a, "suffix"))
                                ? new Text(t.value().substring(0, t.value().length() - text(a, "suffix").length()))
                                : t)
                .with("translate", "table, /", (t, a) -> translate(t.value(), a.get("table")))
                .with("format", "*args, **kwargs", (t, a) -> new Text(
                        BraceFormat.format(t.value(), a.rest(), name -> a.namedRest().get(name))))
                .with("format_map", "mapping, /", (t, a) -> new Text(BraceFormat.format(t.value(), List.of(),
                        name -> a.get("mapping").item(new Text(name)))))
                .with("encode", "encoding='utf-8', errors='strict'", TextMethods::encode);
    }

    private static Text strip(Text text, Signature.Bound given, boolean left, boolean right) {
        var value = text.value();
        var chars = given.given("chars").map(v -> Text.of(v, "strip arg"));
        IntPredicate gone = c -> chars.map(s -> s.indexOf(c) >= 0).orElseGet(() -> Characters.isSpace(c));
        int from = 0;
        int to = value.length();
        while (left && from < to && gone.test(value.codePointAt(from))) {
            from += Character.charCount(value.codePointAt(from));
        }
        while (right && to > from && gone.test(value.codePointBefore(to))) {
            to -= Character.charCount(value.codePointBefore(to));
        }
        return from == 0 && to == value.length() ? text : new Text(value.substring(from, to));
    }

    /// On the right (0), on both sides (1), or on the left (2).
    private static Text pad(Text text, Signature.Bound given, int sides) {
        var fill = given.find("fillchar").map(v -> Text.of(v, "The fill character")).orElse(" ");
        if (Characters.count(fill) != 1) {
            throw PythonFault.raised("TypeError", "The fill character must be exactly one character long");
        }
        int width = Whole.index(given.get("width"));
        int missing = width - text.size();
        if (missing <= 0) {
            return text;
        }
        Budget.room(width);
        int left = sides == 0 ? 0 : sides == 2 ? missing : missing / 2 + (missing & width & 1);
        return new Text(fill.repeat(left) + text.value() + fill.repeat(missing - left));
    }

    private static Text zeros(String text, int width) {
        int missing = width - Characters.count(text);
        if (missing <= 0) {
            return new Text(text);
        }
        Budget.room(width);
        int sign = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        return new Text(text.substring(0, sign) + "0".repeat(missing) + text.substring(sign));
    }

    private static Text expand(String text, int size) {
        var out = new StringBuilder();
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                int blanks = size <= 0 ? 0 : size - column % size;
                Budget.room(blanks);
                out.append(" ".repeat(blanks));
                column += blanks;
            } else {
                out.append(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return new Text(out.toString());
    }

    private static Text replace(String text, String old, String fresh, int count) {
        if (old.isEmpty()) {
            return replaceGaps(text, fresh, count);
        }
        var out = new StringBuilder();
        int from = 0;
        for (int done = 0; count < 0 || done < count; done++) {
            int at = text.indexOf(old, from);
            if (at < 0) {
                break;
            }
            Budget.room((long) fresh.length() + at - from);
            out.append(text, from, at).append(fresh);
            from = at + old.length();
        }
        return new Text(out.append(text, from, text.length()).toString());
    }

    private static Text replaceGaps(String text, String fresh, int count) {
        var out = new StringBuilder();
        int done = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (count < 0 || done < count) {
                Budget.room(fresh.length() + 1L);
                out.append(fresh);
                done++;
            }
            if (i < text.length()) {
                int c = text.codePointAt(i);
                out.appendCodePoint(c);
                i += Character.charCount(c) - 1;
            }
        }
        return new Text(out.toString());
    }

    private static Text translate(String text, Value table) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            var to = table.plain() instanceof Dictionary map ? map.find(Whole.of(c)) : table.item(Whole.of(c));
            switch (to) {
                case null -> out.appendCodePoint(c);
                case Nothing _ -> {
                    // The character goes.
                }
                case Text other -> out.append(other.value());
                default -> out.appendCodePoint(Whole.index(to));
            }
            Budget.room(out.length() >> 10);
        });
        return new Text(out.toString());
    }

    private static Value encode(Text text, Signature.Bound given) {
        var name = given.find("encoding").map(v -> Text.of(v, "encoding")).orElse("utf-8");
        var errors = given.find("errors").map(v -> Text.of(v, "errors")).orElse("strict");
        var charset = charset(name);
        var encoder = charset.newEncoder();
        if (encoder.canEncode(text.value())) {
            return Bytes.of(text.value().getBytes(charset));
        }
        return switch (errors) {
            case "ignore" -> {
                var kept = new StringBuilder();
                text.value().codePoints().filter(c -> encoder.canEncode(Character.toString(c)))
                        .forEach(kept::appendCodePoint);
                yield Bytes.of(kept.toString().getBytes(charset));
            }
            case "replace" -> Bytes.of(text.value().getBytes(charset));
            default -> throw PythonFault.raised("UnicodeEncodeError",
                    "'%s' codec can't encode a character of the text".formatted(name));
        };
    }

    static Charset charset(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8", "u8" -> StandardCharsets.UTF_8;
            case "ascii", "us-ascii" -> StandardCharsets.US_ASCII;
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1" -> StandardCharsets.ISO_8859_1;
            case "utf-16-le", "utf-16le" -> StandardCharsets.UTF_16LE;
            case "utf-16-be", "utf-16be" -> StandardCharsets.UTF_16BE;
            default -> throw PythonFault.unreadable("The encoding " + name + " isn't read here");
        };
    }

    private static Methods<Text> casing(Methods<Text> methods) {
        return methods
                .with("lower", "", (t, _) -> new Text(t.value().toLowerCase(Locale.ROOT)))
                .with("upper", "", (t, _) -> new Text(t.value().toUpperCase(Locale.ROOT)))
                .with("casefold", "",
                        (t, _) -> new Text(t.value().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)))
                .with("capitalize", "", (t, _) -> new Text(capitalize(t.value())))
                .with("title", "", (t, _) -> new Text(title(t.value())))
                .with("swapcase", "", (t, _) -> new Text(swap(t.value())))
                .with("isalpha", "", (t, _) -> all(t, Character::isLetter))
                .with("isdigit", "", (t, _) -> all(t, Character::isDigit))
                .with("isdecimal", "", (t, _) -> all(t, Character::isDigit))
                .with("isnumeric", "", (t, _) -> all(t, Character::isDigit))
                .with("isalnum", "", (t, _) -> all(t, Character::isLetterOrDigit))
                .with("isspace", "", (t, _) -> all(t, Characters::isSpace))
                .with("isascii", "", (t, _) -> Truth.of(t.value().chars().allMatch(c -> c < 128)))
                .with("isprintable", "", (t, _) -> Truth.of(t.value().codePoints().allMatch(Characters::isPrintable)))
                .with("isidentifier", "", (t, _) -> Truth.of(isIdentifier(t.value())))
                .with("islower", "",
                        (t, _) -> Truth.of(t.value().codePoints().anyMatch(Character::isLowerCase)
                                && t.value().codePoints().noneMatch(Character::isUpperCase)))
                .with("isupper", "", (t, _) -> Truth.of(t.value().codePoints().anyMatch(Character::isUpperCase)
                        && t.value().codePoints().noneMatch(Character::isLowerCase)))
                .with("istitle", "", (t, _) -> Truth.of(t.value().codePoints().anyMatch(Character::isLetter)
                        && title(t.value()).equals(t.value())));
    }

    private static Truth all(Text text, IntPredicate test) {
        return Truth.of(!text.value().isEmpty() && text.value().codePoints().allMatch(test));
    }

    private static boolean isIdentifier(String text) {
        return !text.isEmpty() && (text.charAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
                && text.codePoints().allMatch(c -> c == '_' || Character.isUnicodeIdentifierPart(c));
    }

    private static String capitalize(String text) {
        return text.isEmpty() ? text : title(text.substring(0, 1)) + text.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String title(String text) {
        var out = new StringBuilder(text.length());
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inside = Character.isLetter(c);
        }
        return out.toString();
    }

    private static String swap(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().mapToObj(Character::toString).forEach(c -> out.append(
                Character.isUpperCase(c.codePointAt(0)) ? c.toLowerCase(Locale.ROOT) : c.toUpperCase(Locale.ROOT)));
        return out.toString();
    }

    private static Methods<Text> searching(Methods<Text> methods) {
        return methods
                .with("startswith", "prefix, start=None, end=None, /",
                        (t, a) -> Truth.of(matches(within(t, a), a.get("prefix"), true)))
                .with("endswith", "suffix, start=None, end=None, /",
                        (t, a) -> Truth.of(matches(within(t, a), a.get("suffix"), false)))
                .with("find", "sub, start=None, end=None, /", (t, a) -> Whole.of(find(t, a, false)))
                .with("rfind", "sub, start=None, end=None, /", (t, a) -> Whole.of(find(t, a, true)))
                .with("index", "sub, start=None, end=None, /", (t, a) -> found(find(t, a, false)))
                .with("rindex", "sub, start=None, end=None, /", (t, a) -> found(find(t, a, true)))
                .with("count", "sub, start=None, end=None, /",
                        (t, a) -> Whole.of(count(within(t, a), text(a, "sub"))))
                .with("maketrans", "x, y=None, z=None, /", (_, a) -> table(a));
    }

    private static String within(Text text, Signature.Bound given) {
        var slice = new Slice(given.get("start", Nothing.NONE), given.get("end", Nothing.NONE), Nothing.NONE);
        return slice.from() == Nothing.NONE && slice.to() == Nothing.NONE
                ? text.value()
                : ((Text) text.item(slice)).value();
    }

    private static boolean matches(String text, Value part, boolean atStart) {
        if (part instanceof Tuple tuple) {
            for (var one : tuple.elements()) {
                if (matches(text, one, atStart)) {
                    return true;
                }
            }
            return false;
        }
        if (!(part.plain() instanceof Text)) {
            Unresolved.refuse(part);
            throw PythonFault.raised("TypeError", "%s first arg must be str or a tuple of str, not %s"
                    .formatted(atStart ? "startswith" : "endswith", part.typeName()));
        }
        var wanted = Text.of(part, "");
        return atStart ? text.startsWith(wanted) : text.endsWith(wanted);
    }

    private static int find(Text text, Signature.Bound given, boolean last) {
        var slice = new Slice(given.get("start", Nothing.NONE), given.get("end", Nothing.NONE), Nothing.NONE);
        var part = within(text, given);
        var wanted = text(given, "sub");
        Budget.time(part.length() >> 5);
        int at = Characters.number(part, last ? part.lastIndexOf(wanted) : part.indexOf(wanted));
        return at < 0 ? -1 : at + slice.within(text.size()).from();
    }

    private static Value found(int at) {
        if (at < 0) {
            throw PythonFault.raised("ValueError", "substring not found");
        }
        return Whole.of(at);
    }

    private static int count(String text, String wanted) {
        if (wanted.isEmpty()) {
            return Characters.count(text) + 1;
        }
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    private static Value table(Signature.Bound given) {
        var table = new Dictionary(Map.of());
        if (!given.has("y")) {
            if (given.get("x") instanceof Dictionary map) {
                map.entries().forEach((key, value) -> table.put(
                        key instanceof Text text ? Whole.of(text.value().codePointAt(0)) : key, value));
            }
            return table;
        }
        var from = text(given, "x").codePoints().toArray();
        var to = text(given, "y").codePoints().toArray();
        if (from.length != to.length) {
            throw PythonFault.raised("ValueError", "the first two maketrans arguments must have equal length");
        }
        for (int i = 0; i < from.length; i++) {
            table.put(Whole.of(from[i]), Whole.of(to[i]));
        }
        var gone = new ArrayList<Value>();
        given.given("z").ifPresent(z -> Text.of(z, "z").codePoints().forEach(c -> gone.add(Whole.of(c))));
        gone.forEach(c -> table.put(c, Nothing.NONE));
        return table;
    }
}
