package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Parameter;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.expression.SqlExpression.Written;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.ConventionalName;
import org.athanor.engine.type.SqlType;

/// `sa.text(…)`: SQL as somebody wrote it, with values for its `:names`; a name without a value is NULL, as Alembic prints it.
/// `declared` are names that have a type and no value yet, `expanding` those whose value is a list.
record WrittenText(String text, Map<String, SqlExpression> values, Set<String> declared, Set<String> expanding)
        implements
            ExpressionValue {
    private static final Pattern NAME = Pattern.compile("(?<![:\\w$\\\\]):([\\w$]+)(?![:\\w$])",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ESCAPED = Pattern.compile("\\\\(:[\\w$]*)(?![:\\w$])",
            Pattern.UNICODE_CHARACTER_CLASS);

    static WrittenText of(Value value) {
        return switch (value.plain()) {
            case Text text -> new WrittenText(text.value(), Map.of(), Set.of(), Set.of());
            case ConventionalName name -> new WrittenText(name.text().value(), Map.of(), Set.of(), Set.of());
            case WrittenText text -> text;
            default -> throw PythonFault.raised("ArgumentError", "text() takes a text, not " + value.typeName());
        };
    }

    /// Most texts have no names, and nothing to look for.
    @Override
    public SqlExpression expression() {
        if (text.indexOf(':') < 0) {
            return SqlExpression.written(text);
        }
        var parts = new ArrayList<SqlExpression>();
        var names = NAME.matcher(text);
        int from = 0;
        while (names.find()) {
            add(parts, text.substring(from, names.start()));
            parts.add(parameter(names.group(1)));
            from = names.end();
        }
        add(parts, text.substring(from));
        return switch (parts.size()) {
            case 0 -> SqlExpression.written("");
            case 1 -> parts.getFirst() instanceof Written written ? written : new SqlExpression.Template(parts);
            default -> new SqlExpression.Template(parts);
        };
    }

    private Parameter parameter(String name) {
        var value = values.getOrDefault(name, Word.NULL);
        boolean open = !values.containsKey(name) || declared.contains(name);
        return new Parameter(name, value, value.type(), open, expanding.contains(name));
    }

    private static void add(List<SqlExpression> parts, String sql) {
        if (!sql.isEmpty()) {
            parts.add(SqlExpression.written(ESCAPED.matcher(sql).replaceAll("$1")));
        }
    }

    @Override
    public String typeName() {
        return "TextClause";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "text" -> new Text(text);
            case "bindparams", "params" -> NativeFunction.of(name, "*binds, **names_to_values", this::bind);
            case "columns", "execution_options", "self_group" -> NativeFunction.of(name, "*args, **kw", _ -> this);
            default -> ExpressionValue.super.attribute(name);
        };
    }

    private Value bind(Bound bound) {
        var all = new LinkedHashMap<>(values);
        var open = new HashSet<>(declared);
        var lists = new HashSet<>(expanding);
        for (var value : bound.rest()) {
            if (!(value instanceof BoundParameter parameter)) {
                throw PythonFault.raised("ArgumentError", "bindparams() takes bindparam() and values by name");
            }
            all.put(known(parameter.key()), parameter.valueNow());
            if (parameter.value().isEmpty()) {
                open.add(parameter.key());
            }
            if (parameter.expanding()) {
                lists.add(parameter.key());
            }
        }
        bound.namedRest().forEach((name, value) -> {
            all.put(known(name), lists.contains(name) || value instanceof Tuple
                    ? Membership.items(SqlType.UNKNOWN, Expressions.elements(value))
                    : value(name, value));
            open.remove(name);
        });
        return new WrittenText(text, all, Set.copyOf(open), Set.copyOf(lists));
    }

    /// A value for a name that has a type keeps it.
    private SqlExpression value(String name, Value value) {
        return Optional.ofNullable(values.get(name)).map(SqlExpression::type)
                .filter(type -> !(type instanceof SqlType.Unknown)).map(type -> Expressions.of(value, type))
                .orElseGet(() -> Expressions.of(value));
    }

    private String known(String name) {
        var names = NAME.matcher(text);
        while (names.find()) {
            if (names.group(1).equals(name)) {
                return name;
            }
        }
        throw PythonFault.raised("ArgumentError",
                "This text() construct doesn't define a bound parameter named '%s'".formatted(name));
    }

    @Override
    public String shown() {
        return text.contains("\\:") ? ExpressionValue.super.shown() : text;
    }
}
