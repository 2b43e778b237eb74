package org.athanor.engine.script.python.library;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `textwrap`, `string` and `unicodedata`.
final class Texts {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";

    private Texts() {}

    static Module textwrap() {
        return new Members()
                .function("dedent", "text", given -> new Text(dedented(Text.of(given.get("text"), "text"))))
                .function("indent", "text, prefix, predicate=None", given -> new Text(indented(
                        Text.of(given.get("text"), "text"), Text.of(given.get("prefix"), "prefix"),
                        given.given("predicate"))))
                .module("textwrap");
    }

    /// Without the white space that all lines begin with; lines of nothing else become empty.
    private static String dedented(String text) {
        var lines = new ArrayList<String>();
        String margin = null;
        for (var line : text.split("\n", -1)) {
            var content = line.replaceAll("^[ \t]+$", "");
            lines.add(content);
            if (!content.isEmpty()) {
                int end = 0;
                while (content.charAt(end) == ' ' || content.charAt(end) == '\t') {
                    end++;
                }
                margin = margin == null ? content.substring(0, end) : common(margin, content.substring(0, end));
            }
        }
        int cut = margin == null ? 0 : margin.length();
        lines.replaceAll(line -> line.isEmpty() ? line : line.substring(cut));
        return String.join("\n", lines);
    }

    private static String common(String a, String b) {
        int end = 0;
        while (end < a.length() && end < b.length() && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        return a.substring(0, end);
    }

    /// Lines get the prefix if they are wanted; those with nothing but blanks are not, unless somebody says otherwise.
    private static String indented(String text, String prefix, Optional<Value> wanted) {
        var out = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from) + 1;
            var line = text.substring(from, end == 0 ? text.length() : end);
            Budget.room((long) line.length() + prefix.length());
            boolean indents = wanted.map(w -> w.call(Arguments.of(new Text(line))).truth())
                    .orElseGet(() -> !line.isBlank());
            out.append(indents ? prefix : "").append(line);
            from += line.length();
        }
        return out.toString();
    }

    static Module string() {
        var upper = LOWER.toUpperCase(Locale.ROOT);
        var punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
        var space = " \t\n\r\u000b\f";
        return new Members().value("ascii_lowercase", new Text(LOWER)).value("ascii_uppercase", new Text(upper))
                .value("ascii_letters", new Text(LOWER + upper)).value("digits", new Text("0123456789"))
                .value("hexdigits", new Text("0123456789abcdefABCDEF")).value("octdigits", new Text("01234567"))
                .value("punctuation", new Text(punctuation)).value("whitespace", new Text(space))
                .value("printable", new Text("0123456789" + LOWER + upper + punctuation + space))
                .function("capwords", "s, sep=None", given -> capitalized(given.get("s")))
                .lazily("Template", Texts::template).module("string");
    }

    private static Value capitalized(Value text) {
        var words = Builtins.elements(text.attribute("split").call(Arguments.of()));
        words.replaceAll(word -> word.attribute("capitalize").call(Arguments.of()));
        return new Text(" ").attribute("join")
                .call(Arguments.of(new Sequence(words)));
    }

    private record Template(String text) implements Value {
        @Override
        public String typeName() {
            return "Template";
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "template" -> new Text(text);
                case "substitute", "safe_substitute" -> NativeFunction.of(name,
                        "mapping=None, /, **kws", given -> new Text(filled(given, name.startsWith("safe"))));
                default -> Value.super.attribute(name);
            };
        }

        private String filled(Signature.Bound given, boolean safe) {
            return Pattern.compile("\\$(?:(\\$)|([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)\\})").matcher(text)
                    .replaceAll(match -> {
                        if (match.group(1) != null) {
                            return "\\$";
                        }
                        var name = match.group(2) != null ? match.group(2) : match.group(3);
                        var value = given.namedRest().get(name);
                        if (value == null && given.given("mapping").isPresent()
                                && (!safe || given.get("mapping").contains(new Text(name)))) {
                            value = given.get("mapping").item(new Text(name));
                        }
                        if (value == null && !safe) {
                            throw PythonFault.raised("KeyError", "'%s'".formatted(name));
                        }
                        return Matcher.quoteReplacement(
                                value == null ? match.group() : value.shown());
                    });
        }
    }

    private static PythonClass template() {
        return BuiltinClasses.library("Template", BuiltinClasses.OBJECT, "template",
                given -> new Template(Text.of(given.get("template"), "template")), Map.of());
    }

    static Module unicode() {
        return new Members().function("normalize", "form, unistr, /", given -> {
            var form = Text.of(given.get("form"), "form");
            if (!List.of("NFC", "NFD", "NFKC", "NFKD").contains(form)) {
                throw PythonFault.raised("ValueError", "invalid normalization form");
            }
            return new Text(Normalizer.normalize(Text.of(given.get("unistr"), "unistr"),
                    Normalizer.Form.valueOf(form)));
        }).function("combining", "chr, /", given -> {
            int type = Character.getType(Text.of(given.get("chr"), "chr").codePointAt(0));
            return Whole.of(type == Character.NON_SPACING_MARK ? 230 : 0);
        }).module("unicodedata");
    }
}
