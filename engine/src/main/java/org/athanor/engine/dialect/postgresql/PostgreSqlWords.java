package org.athanor.engine.dialect.postgresql;

import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.ExpressionText;
import org.athanor.engine.dialect.expressions.LiteralText;
import org.athanor.engine.dialect.expressions.ProductWords;
import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.type.SqlType;

/// Expressions as PostgreSQL writes them.
record PostgreSqlWords(Dialect dialect) implements ProductWords {
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
        return new LiteralText(new PostgreSqlLiterals(dialect));
    }

    @Override
    public boolean knowsTruths() {
        return true;
    }

    @Override
    public Optional<String> operation(Combined.Binary binary, ExpressionText text) throws Unsupported {
        if (!(binary.operator() instanceof Known operator)) {
            return Optional.empty();
        }
        return new PostgreSqlOperations(text, this).text(binary, operator);
    }

    @Override
    public Optional<String> call(SqlExpression.Call call, ExpressionText text) throws Unsupported {
        var arguments = call.arguments();
        return switch (call.name().toLowerCase(Locale.ROOT)) {
            case "pow" -> Optional.of("power(" + text.list(arguments) + ")");
            case "aggregate_strings" -> Optional.of("string_agg(" + text.list(arguments) + ")");
            case "substring" -> arguments.size() < 2 ? Optional.empty() : Optional.of(substring(call, text));
            default -> Optional.empty();
        };
    }

    private static String substring(SqlExpression.Call call, ExpressionText text) throws Unsupported {
        var arguments = call.arguments();
        var length = arguments.size() > 2 ? " FOR " + text.text(arguments.get(2)) : "";
        return "SUBSTRING(%s FROM %s%s)".formatted(text.text(arguments.getFirst()), text.text(arguments.get(1)),
                length);
    }

    @Override
    public String extract(Combined.Extract extract, ExpressionText text) throws Unsupported {
        return "EXTRACT(%s FROM %s)".formatted(extract.field(), text.text(extract.value()));
    }

    @Override
    public String array(Combined.ArrayOf array, ExpressionText text) throws Unsupported {
        boolean known = array.type() instanceof SqlType.Array(var element, _)
                && Affinity.of(element) != Affinity.UNKNOWN;
        return array.values().isEmpty() && known
                ? "ARRAY[]::" + type(array.type())
                : "ARRAY[" + text.list(array.values()) + "]";
    }

    @Override
    public String nothing(boolean negated, int width) {
        var nulls = width == 1 ? "NULL" : "(" + "NULL, ".repeat(width - 1) + "NULL)";
        return nulls + (negated ? ") OR (1 = 1" : ") AND (1 != 1");
    }

    @Override
    public String tuples() {
        return "";
    }

    @Override
    public String limits(Statement.Tail tail, ExpressionText text) throws Unsupported {
        var written = new StringBuilder();
        if (tail.limit().isPresent()) {
            written.append(" LIMIT ").append(text.text(tail.limit().get()));
        }
        if (tail.offset().isPresent()) {
            written.append(tail.limit().isPresent() ? "" : " LIMIT ALL").append(" OFFSET ")
                    .append(text.text(tail.offset().get()));
        }
        tail.lock().ifPresent(lock -> written.append(' ').append(lock));
        return written.toString();
    }

    @Override
    public String distinct(Statement.Distinct distinct, ExpressionText text) throws Unsupported {
        if (distinct.on().isEmpty()) {
            return distinct.asked() ? "DISTINCT " : "";
        }
        return "DISTINCT ON (" + text.list(distinct.on()) + ") ";
    }

    @Override
    public boolean returnsCountedKeys() {
        return true;
    }

    @Override
    public boolean returnsWithTable() {
        return true;
    }

    @Override
    public String conflictingConstraint(String name) {
        return " ON CONSTRAINT " + name(name);
    }

    @Override
    public String deletingWith() {
        return "USING";
    }

    /// An operand that a subscript follows.
    static SqlExpression subscripted(SqlExpression value) {
        return value instanceof SqlExpression.Call || value instanceof Combined.Cast
                ? new Combined.Grouping(value)
                : Parentheses.within(Known.JSON_ITEM, value);
    }
}
