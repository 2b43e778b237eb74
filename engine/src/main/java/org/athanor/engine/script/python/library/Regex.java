package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.Bytes;
import org.athanor.engine.script.python.value.Characters;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.Methods;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `re`
final class Regex {
    private static final List<String> FUNCTIONS = List.of("search", "match", "fullmatch", "split", "findall",
            "finditer", "sub", "subn");
    static final Methods<Expression> METHODS = Methods.<Expression>of("re.Pattern")
            .with("search", "string, pos=0", (e, a) -> first(e, a, Matcher::find))
            .with("match", "string, pos=0", (e, a) -> first(e, a, Matcher::lookingAt))
            .with("fullmatch", "string, pos=0", (e, a) -> first(e, a, Matcher::matches))
            .with("findall", "string, pos=0", (e, a) -> all(e, matcher(e, a, "string"), text(a)))
            .with("finditer", "string, pos=0", (e, a) -> new IteratorValue("callable_iterator",
                    matches(e, matcher(e, a, "string"), text(a))))
            .with("split", "string, maxsplit=0", (e, a) -> split(e, a))
            .with("sub", "repl, string, count=0", (e, a) -> Substitution.of(e, a).text())
            .with("subn", "repl, string, count=0", (e, a) -> Substitution.of(e, a).both());

    private Regex() {}

    /// A compiled pattern.
    record Expression(String source, Pattern pattern) implements Value {
        @Override
        public String typeName() {
            return "re.Pattern";
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "pattern" -> new Text(source);
                case "groups" -> Whole.of(pattern.matcher("").groupCount());
                case "flags" -> Whole.of(32);
                default -> METHODS.of(this, name);
            };
        }

        @Override
        public String written() {
            return "re.compile(%s)".formatted(new Text(source).written());
        }

        /// Python's name of a group: Java's have no underscores.
        String name(String javaName) {
            return RegexSource.pythonName(javaName);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Expression e && source.equals(e.source) && pattern.flags() == e.pattern.flags();
        }

        @Override
        public int hashCode() {
            return source.hashCode();
        }
    }

    static Module module() {
        var members = new Members()
                .function("compile", "pattern, flags=0", given -> compiled(given.get("pattern"), flags(given)))
                .function("escape", "pattern", given -> new Text(escaped(Text.of(given.get("pattern"), "pattern"))))
                .nothing("purge")
                .value("error", ExceptionClasses.find("error"));
        for (var name : FUNCTIONS) {
            var after = switch (name) {
                case "split" -> "string, maxsplit=0, flags=0";
                case "sub", "subn" -> "repl, string, count=0, flags=0";
                default -> "string, flags=0";
            };
            members.function(name, "pattern, " + after, given -> {
                var named = new LinkedHashMap<>(given.values());
                named.remove("pattern");
                named.remove("flags");
                return compiled(given.get("pattern"), flags(given)).attribute(name)
                        .call(new Arguments(List.of(), named, given.line()));
            });
        }
        int bit = 1;
        for (var flag : List.of("T", "I", "L", "M", "S", "U", "X", "DEBUG", "A")) {
            members.value(flag, Whole.of(bit));
            bit *= 2;
        }
        members.value("IGNORECASE", Whole.of(2)).value("MULTILINE", Whole.of(8)).value("DOTALL", Whole.of(16))
                .value("UNICODE", Whole.of(32)).value("VERBOSE", Whole.of(64)).value("ASCII", Whole.of(256))
                .value("NOFLAG", Whole.of(0));
        return members.module("re");
    }

    private static int flags(Signature.Bound given) {
        return given.find("flags").map(Whole::index).orElse(0);
    }

    private static Expression compiled(Value pattern, int flags) {
        if (pattern instanceof Expression expression) {
            return expression;
        }
        if (pattern instanceof Bytes) {
            throw PythonFault.unreadable("Patterns over bytes aren't read here");
        }
        var source = Text.of(pattern, "first argument");
        return new Expression(source, RegexSource.compile(source, flags));
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if ("()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.appendCodePoint(c);
        });
        return out.toString();
    }

    private static String text(Signature.Bound given) {
        return Text.of(given.get("string"), "string");
    }

    private static Value first(Expression e, Signature.Bound given, Predicate<Matcher> way) {
        return MatchValue.first(e, matcher(e, given, "string"), text(given), way);
    }

    private static Matcher matcher(Expression e, Signature.Bound given, String name) {
        var text = Text.of(given.get(name), "expected string; argument");
        var matcher = e.pattern().matcher(new Counted(text));
        int from = given.find("pos").map(Whole::index).orElse(0);
        return from > 0
                ? matcher.region(Characters.start(text, Math.min(from, Characters.count(text))), text.length())
                : matcher;
    }

    static Matcher matcher(Expression e, String text) {
        return e.pattern().matcher(new Counted(text));
    }

    /// A text that takes time to look at: a pattern that tries too much runs out of it.
    record Counted(String text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            Budget.time(1);
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static boolean tried(Matcher matcher, Predicate<Matcher> way) {
        try {
            return way.test(matcher);
        } catch (StackOverflowError _) {
            throw PythonFault.exhausted("A regular expression goes too deep");
        }
    }

    private static Iterator<Value> matches(Expression e, Matcher matcher, String text) {
        return Loops.lazily(() -> tried(matcher, Matcher::find)
                ? Optional.of(new MatchValue(e, matcher.toMatchResult(), text))
                : Optional.empty());
    }

    private static Value all(Expression e, Matcher matcher, String text) {
        var found = new Sequence(List.of());
        while (tried(matcher, Matcher::find)) {
            var match = new MatchValue(e, matcher.toMatchResult(), text);
            found.add(matcher.groupCount() == 0
                    ? match.group(0, Text.EMPTY)
                    : matcher.groupCount() == 1 ? match.group(1, Text.EMPTY) : match.groups(Text.EMPTY));
        }
        return found;
    }

    private static Value split(Expression e, Signature.Bound given) {
        var text = Text.of(given.get("string"), "string");
        int most = given.find("maxsplit").map(Whole::index).orElse(0);
        var parts = new ArrayList<Value>();
        var matcher = matcher(e, text);
        int from = 0;
        for (int done = 0; (most <= 0 || done < most) && tried(matcher, Matcher::find); done++) {
            parts.add(new Text(text.substring(from, matcher.start())));
            for (int group = 1; group <= matcher.groupCount(); group++) {
                parts.add(new MatchValue(e, matcher.toMatchResult(), text).group(group,
                        Nothing.NONE));
            }
            from = matcher.end();
            Budget.room(9);
        }
        parts.add(new Text(text.substring(from)));
        return new Sequence(parts);
    }
}
