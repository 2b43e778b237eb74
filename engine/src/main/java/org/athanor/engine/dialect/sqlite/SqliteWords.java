package org.athanor.engine.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.ExpressionText;
import org.athanor.engine.dialect.expressions.LiteralText;
import org.athanor.engine.dialect.expressions.ProductWords;
import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.type.SqlType;

/// Expressions as SQLite writes them.
record SqliteWords(Dialect dialect) implements ProductWords {
    private static final Map<String, String> FIELDS = Map.of("month", "%m", "day", "%d", "year", "%Y", "second", "%S",
            "hour", "%H", "doy", "%j", "minute", "%M", "epoch", "%s", "dow", "%w", "week", "%W");

    @Override
    public String name(String identifier) {
        return dialect.name(identifier);
    }

    @Override
    public String type(SqlType type) throws Unsupported {
        return dialect.text(type);
    }

    @Override
    public LiteralText literals() {
        return new LiteralText(new SqliteLiterals());
    }

    @Override
    public boolean knowsTruths() {
        return false;
    }

    @Override
    public Optional<String> operation(Combined.Binary binary, ExpressionText text) throws Unsupported {
        if (!(binary.operator() instanceof Known operator)) {
            return Optional.empty();
        }
        var left = binary.left();
        var right = binary.right();
        return Optional.ofNullable(switch (operator) {
            case DIVIDE -> text.text(left) + " / (" + text.text(right) + " + 0.0)";
            case FLOOR_DIVIDE -> floored(binary, text.text(left), text.text(right));
            case DISTINCT_FROM -> text.text(left) + " IS NOT " + text.text(right);
            case NOT_DISTINCT_FROM -> text.text(left) + " IS " + text.text(right);
            case JSON_ITEM, JSON_PATH -> json(binary, text.text(left), way(right, text));
            case JSON_TEXT, JSON_TEXT_PATH -> jsonText(binary, text);
            case REGEXP_MATCH -> between(left, " REGEXP ", right, text);
            case NOT_REGEXP_MATCH -> between(left, " NOT REGEXP ", right, text);
            case BITWISE_XOR -> "((%s) - (%s))".formatted(between(left, " | ", right, text),
                    between(left, " & ", right, text));
            default -> null;
        });
    }

    private static String between(SqlExpression left, String symbol, SqlExpression right, ExpressionText text)
            throws Unsupported {
        return text.asOperand().text(left) + symbol + text.asOperand().text(right);
    }

    private String jsonText(Combined.Binary binary, ExpressionText text) throws Unsupported {
        var symbol = binary.operator() == Known.JSON_TEXT ? " ->> " : " #>> ";
        var operation = text.asOperand().text(binary.left()) + symbol + way(binary.right(), text);
        return text.isOperand() ? "(" + operation + ")" : operation;
    }

    /// The way into a JSON document: `$."name"`, `$[1]`.
    private String way(SqlExpression way, ExpressionText text) throws Unsupported {
        if (!(way instanceof SqlExpression.Literal(var step, _))) {
            return text.asOperand().text(way);
        }
        var steps = step instanceof Constant.Items(var values) ? values : List.of(step);
        var written = new StringBuilder("$");
        for (var one : steps) {
            written.append(one instanceof Constant.Whole(var index) ? "[" + index + "]" : "." + member(one));
        }
        return literals().quoted(written.toString());
    }

    private static String member(Constant step) throws Unsupported {
        if (step instanceof Constant.Text(var name)) {
            return "\"" + name + "\"";
        }
        throw new Unsupported("A way into a JSON document is a text or a whole number", "Mend the brackets.");
    }

    private static String floored(Combined.Binary binary, String left, String right) {
        var division = left + " / " + right;
        boolean whole = Affinity.of(binary.left().type()) == Affinity.WHOLE
                && Affinity.of(binary.right().type()) == Affinity.WHOLE;
        return whole ? division : "FLOOR(" + division + ")";
    }

    private String json(Combined.Binary binary, String left, String right) throws Unsupported {
        var extracted = "JSON_EXTRACT(" + left + ", " + right + ")";
        return Affinity.of(binary.type()) == Affinity.JSON
                ? "JSON_QUOTE(" + extracted + ")"
                : "CAST(" + extracted + " AS " + type(binary.type()) + ")";
    }

    @Override
    public Optional<String> call(SqlExpression.Call call, ExpressionText text) throws Unsupported {
        return switch (call.name().toLowerCase(Locale.ROOT)) {
            case "now" -> Optional.of("CURRENT_TIMESTAMP");
            case "localtimestamp" -> Optional.of("DATETIME(CURRENT_TIMESTAMP, 'localtime')");
            case "char_length" -> Optional.of("length(" + text.list(call.arguments()) + ")");
            case "aggregate_strings" -> Optional.of("group_concat(" + text.list(call.arguments()) + ")");
            case "nextval" -> {
                if (call.type() instanceof SqlType.Whole) {
                    throw new Unsupported("SQLite has no sequences, and no next value of one",
                            "Do this on PostgreSQL only");
                }
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    @Override
    public String extract(Combined.Extract extract, ExpressionText text) throws Unsupported {
        var field = FIELDS.get(extract.field());
        if (field == null) {
            throw new Unsupported("SQLite can't extract " + extract.field(),
                    "It knows " + String.join(", ", FIELDS.keySet().stream().sorted().toList()) + ".");
        }
        return "CAST(STRFTIME('%s', %s) AS INTEGER)".formatted(field, text.text(extract.value()));
    }

    @Override
    public String array(Combined.ArrayOf array, ExpressionText text) throws Unsupported {
        throw new Unsupported("SQLite has no arrays", "Keep the values as JSON, or run this for PostgreSQL only.");
    }

    @Override
    public String nothing(boolean negated, int width) {
        var ones = "1, ".repeat(width - 1) + "1";
        return "SELECT %s FROM (SELECT %s) WHERE 1!=1".formatted(ones, ones);
    }

    @Override
    public String tuples() {
        return "VALUES ";
    }

    @Override
    public String limits(Statement.Tail tail, ExpressionText text) throws Unsupported {
        if (tail.limit().isEmpty() && tail.offset().isEmpty()) {
            return "";
        }
        var limit = tail.limit().isPresent() ? text.text(tail.limit().get()) : "-1";
        var offset = tail.offset().isPresent() ? text.text(tail.offset().get()) : "0";
        return " LIMIT " + limit + " OFFSET " + offset;
    }

    @Override
    public String distinct(Statement.Distinct distinct, ExpressionText text) throws Unsupported {
        if (!distinct.on().isEmpty()) {
            throw new Unsupported("SQLite has no DISTINCT ON", "Group the rows, or run this for PostgreSQL only.");
        }
        return distinct.asked() ? "DISTINCT " : "";
    }

    @Override
    public boolean returnsCountedKeys() {
        return false;
    }

    @Override
    public boolean returnsWithTable() {
        return false;
    }

    @Override
    public String conflictingConstraint(String name) {
        return "";
    }

    @Override
    public String deletingWith() throws Unsupported {
        throw new Unsupported("SQLite can't delete from one table by the rows of another in this way",
                "Use a condition with IN or EXISTS and a query.");
    }
}
