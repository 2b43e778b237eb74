package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Call;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Moment.Kind;

/// `sa.func`: every function of every database, by its name; with dots for a schema.
record Functions(String name) implements Value {
    private static final Signature PARAMETERS = Signature.of("func", "*clauses, type_=None, **kw");
    /// Those that SQLAlchemy knows by any case.
    private static final Set<String> KNOWN = Set.of("max", "min", "sum", "now", "pow", "concat", "char_length",
            "random",
            "count", "coalesce", "current_date", "current_time", "current_timestamp", "current_user", "localtime",
            "localtimestamp", "session_user", "sysdate", "user", "array_agg", "mode", "percentile_cont",
            "percentile_disc", "rank", "dense_rank", "percent_rank", "cume_dist", "cube", "rollup", "grouping_sets",
            "aggregate_strings");

    @Override
    public String typeName() {
        return "_FunctionGenerator";
    }

    @Override
    public Value attribute(String member) {
        // A trailing underscore only keeps a word of Python's out of the way: func.if_.
        var plain = member.endsWith("_") && member.length() > 1 ? member.substring(0, member.length() - 1) : member;
        return new Functions(name.isEmpty() ? plain : name + "." + plain);
    }

    @Override
    public Value call(Arguments arguments) {
        return ExpressionValue.of(call(name, PARAMETERS.bind(arguments)));
    }

    /// The call of one function.
    static Call call(String name, Bound bound) {
        var lower = name.toLowerCase(Locale.ROOT);
        var arguments = bound.rest().stream().map(Expressions::of).toList();
        if (lower.equals("count") && arguments.isEmpty()) {
            arguments = List.of(new SqlExpression.Star());
        }
        var given = arguments;
        var type = bound.given("type_").map(t -> Types.of(t, "func." + name, "type_"))
                .orElseGet(() -> type(lower, given));
        var known = KNOWN.contains(lower);
        return new Call(known ? lower : name, arguments, type);
    }

    private static SqlType type(String function, List<SqlExpression> arguments) {
        return switch (function) {
            case "max", "min", "sum", "coalesce", "pow" -> arguments.stream().map(SqlExpression::type)
                    .filter(t -> Affinity.of(t) != Affinity.UNKNOWN).findFirst().orElse(SqlType.UNKNOWN);
            case "count", "char_length", "rank", "dense_rank" -> SqlType.INTEGER;
            case "concat", "current_user", "session_user", "user", "aggregate_strings" -> SqlType.TEXT;
            case "now", "current_timestamp", "localtime", "localtimestamp", "sysdate" -> SqlType.DATE_TIME;
            case "current_date" -> moment(Kind.DATE);
            case "current_time" -> moment(Kind.TIME);
            case "array_agg" -> new SqlType.Array(
                    arguments.isEmpty() ? SqlType.UNKNOWN : arguments.getFirst().type(), OptionalInt.empty());
            case "percent_rank", "cume_dist" -> new SqlType.Exact(SqlType.Exact.Kind.NUMERIC, OptionalInt.empty(),
                    OptionalInt.empty());
            default -> SqlType.UNKNOWN;
        };
    }

    private static SqlType moment(Kind kind) {
        return new SqlType.Moment(kind, false, OptionalInt.empty());
    }

    static Set<String> known() {
        return KNOWN;
    }
}
