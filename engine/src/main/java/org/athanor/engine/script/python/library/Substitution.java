package org.athanor.engine.script.python.library;

import java.util.regex.Matcher;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// A text in which matches were replaced, and how many.
record Substitution(String result, int count) {
    static Substitution of(Regex.Expression e, Signature.Bound given) {
        var text = Text.of(given.get("string"), "string");
        int most = given.find("count").map(Whole::index).orElse(0);
        var by = given.get("repl");
        var out = new StringBuilder();
        var matcher = Regex.matcher(e, text);
        int from = 0;
        int done = 0;
        while ((most <= 0 || done < most) && Regex.tried(matcher, Matcher::find)) {
            var match = new MatchValue(e, matcher.toMatchResult(), text);
            var fresh = by.plain() instanceof Text template
                    ? filled(template.value(), match)
                    : Text.of(by.call(Arguments.of(match)), "the replacement");
            Budget.room((long) fresh.length() + matcher.start() - from);
            out.append(text, from, matcher.start()).append(fresh);
            from = matcher.end();
            done++;
        }
        return new Substitution(out.append(text, from, text.length()).toString(), done);
    }

    Value text() {
        return new Text(result);
    }

    Value both() {
        return Tuple.of(new Text(result), Whole.of(count));
    }

    /// A template with its groups: `\1`, `\g<name>`.
    static String filled(String template, MatchValue match) {
        if (template.indexOf('\\') < 0) {
            return template;
        }
        var out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c != '\\' || i + 1 >= template.length()) {
                out.append(c);
                continue;
            }
            char next = template.charAt(++i);
            if (next == 'g' && i + 1 < template.length() && template.charAt(i + 1) == '<') {
                int end = template.indexOf('>', i);
                if (end < 0) {
                    throw PythonFault.raised("error", "missing >, unterminated name");
                }
                out.append(group(template.substring(i + 2, end), match));
                i = end;
            } else if (Character.isDigit(next)) {
                int end = i + 1 < template.length() && Character.isDigit(template.charAt(i + 1)) ? i + 2 : i + 1;
                out.append(group(template.substring(i, end), match));
                i = end - 1;
            } else {
                out.append(literal(next));
            }
        }
        return out.toString();
    }

    private static String group(String name, MatchValue match) {
        boolean number = name.chars().allMatch(Character::isDigit);
        return match.group(match.number(number ? Whole.of(Integer.parseInt(name)) : new Text(name)), Text.EMPTY)
                .shown();
    }

    private static String literal(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case '\\' -> "\\";
            default -> {
                if (Character.isLetter(c)) {
                    throw PythonFault.raised("error", "bad escape \\" + c);
                }
                yield "\\" + c;
            }
        };
    }
}
