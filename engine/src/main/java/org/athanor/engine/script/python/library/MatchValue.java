package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

import org.athanor.engine.script.python.value.Characters;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Methods;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// What a pattern found in a text.
record MatchValue(Regex.Expression expression, MatchResult result, String text) implements Value {
    private static final Methods<MatchValue> METHODS = Methods.<MatchValue>of("re.Match")
            .with("group", "*groups", MatchValue::named)
            .with("groups", "default=None", (m, a) -> m.groups(a.get("default", Nothing.NONE)))
            .with("groupdict", "default=None", (m, a) -> m.byName(a.get("default", Nothing.NONE)))
            .with("start", "group=0, /", (m, a) -> m.place(m.result.start(m.number(a.get("group", Whole.of(0))))))
            .with("end", "group=0, /", (m, a) -> m.place(m.result.end(m.number(a.get("group", Whole.of(0))))))
            .with("span", "group=0, /", (m, a) -> {
                int group = m.number(a.get("group", Whole.of(0)));
                return Tuple.of(m.place(m.result.start(group)), m.place(m.result.end(group)));
            })
            .with("expand", "template", (m, a) -> new Text(
                    Substitution.filled(Text.of(a.get("template"), "template"), m)));

    /// The first match, or None.
    static Value first(Regex.Expression e, Matcher matcher, String text, Predicate<Matcher> way) {
        return Regex.tried(matcher, way) ? new MatchValue(e, matcher.toMatchResult(), text) : Nothing.NONE;
    }

    private Whole place(int at) {
        return Whole.of(at < 0 ? at : Characters.number(text, at));
    }

    Value group(int number, Value otherwise) {
        var text = result.group(number);
        return text == null ? otherwise : new Text(text);
    }

    Tuple groups(Value otherwise) {
        var groups = new ArrayList<Value>();
        for (int i = 1; i <= result.groupCount(); i++) {
            groups.add(group(i, otherwise));
        }
        return new Tuple(groups);
    }

    private Value byName(Value otherwise) {
        var names = new Dictionary(Map.of());
        expression.pattern().namedGroups().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(e -> names.put(new Text(expression.name(e.getKey())), group(e.getValue(), otherwise)));
        return names;
    }

    int number(Value group) {
        if (group.plain() instanceof Text name) {
            var number = expression.pattern().namedGroups().get(RegexSource.javaName(name.value()));
            if (number == null) {
                throw PythonFault.raised("IndexError", "no such group");
            }
            return number;
        }
        int number = Whole.index(group);
        if (number < 0 || number > result.groupCount()) {
            throw PythonFault.raised("IndexError", "no such group");
        }
        return number;
    }

    private Value named(Signature.Bound given) {
        if (given.rest().size() < 2) {
            return group(given.rest().isEmpty() ? 0 : number(given.rest().getFirst()), Nothing.NONE);
        }
        var groups = new ArrayList<Value>();
        given.rest().forEach(g -> groups.add(group(number(g), Nothing.NONE)));
        return new Tuple(groups);
    }

    @Override
    public String typeName() {
        return "re.Match";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "string" -> new Text(text);
            case "re" -> expression;
            case "lastindex" -> {
                int last = 0;
                for (int i = 1; i <= result.groupCount(); i++) {
                    last = result.start(i) >= 0 ? i : last;
                }
                yield last == 0 ? Nothing.NONE : Whole.of(last);
            }
            default -> METHODS.of(this, name);
        };
    }

    @Override
    public Value item(Value key) {
        return group(number(key), Nothing.NONE);
    }

    @Override
    public String written() {
        return "<re.Match object; span=(%d, %d), match=%s>".formatted(result.start(), result.end(),
                group(0, Text.EMPTY).written());
    }
}
