package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.Optional;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.ExpressionText;
import org.athanor.engine.expression.Affinity;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.type.SqlType;

/// The operators that PostgreSQL writes in a way of its own.
record PostgreSqlOperations(ExpressionText text, PostgreSqlWords words) {
    Optional<String> text(Combined.Binary binary, Known operator) throws Unsupported {
        return Optional.ofNullable(switch (operator) {
            case DIVIDE -> left(binary) + " / CAST(" + right(binary) + " AS " + numeric(binary.right().type()) + ")";
            case FLOOR_DIVIDE -> floored(binary);
            case BITWISE_XOR ->
                text.asOperand().text(binary.left()) + " # " + text.asOperand().text(binary.right());
            case ITEM -> left(binary) + "[" + right(binary) + "]";
            case JSON_ITEM -> jsonItem(binary);
            case JSON_PATH -> jsonPath(binary);
            case JSON_TEXT -> eager(binary, " ->> ");
            case JSON_TEXT_PATH -> eager(binary, " #>> ");
            case MATCH -> left(binary) + " @@ plainto_tsquery(" + configuration(binary) + right(binary) + ")";
            case NOT_MATCH -> "NOT " + left(binary) + " @@ plainto_tsquery(" + configuration(binary) + right(binary)
                    + ")";
            case REGEXP_MATCH -> regularExpression(binary, "~");
            case NOT_REGEXP_MATCH -> regularExpression(binary, "!~");
            case REGEXP_REPLACE -> "REGEXP_REPLACE(" + left(binary) + ", " + right(binary)
                    + binary.modifier().map(f -> ", " + words.literals().quoted(f)).orElse("") + ")";
            default -> null;
        });
    }

    private String left(Combined.Binary binary) throws Unsupported {
        return text.text(binary.left());
    }

    private String right(Combined.Binary binary) throws Unsupported {
        return text.text(binary.right());
    }

    /// The way into a JSON document: the name of a member, a number, or several of them in braces.
    private String way(SqlExpression way) throws Unsupported {
        if (way instanceof SqlExpression.Literal(Constant.Items(var steps), _)) {
            var texts = new ArrayList<String>();
            for (var step : steps) {
                texts.add(
                        step instanceof Constant.Text(var name) ? name : words.literals().text(step, SqlType.UNKNOWN));
            }
            return words.literals().quoted("{" + String.join(", ", texts) + "}");
        }
        return text.asOperand().text(way);
    }

    /// Whole numbers would be divided without a rest.
    private String numeric(SqlType type) throws Unsupported {
        return switch (Affinity.of(type)) {
            case EXACT, FLOATING -> words.type(type);
            default -> "NUMERIC";
        };
    }

    private String floored(Combined.Binary binary) throws Unsupported {
        var division = left(binary) + " / " + right(binary);
        boolean whole = Affinity.of(binary.left().type()) == Affinity.WHOLE
                && Affinity.of(binary.right().type()) == Affinity.WHOLE;
        return whole ? division : "FLOOR(" + division + ")";
    }

    /// A text out of a JSON document is asked for as such and then read as the type that is wanted.
    private String jsonItem(Combined.Binary binary) throws Unsupported {
        if (Affinity.of(binary.type()) != Affinity.JSON) {
            return "CAST(" + eager(binary, " ->> ") + " AS " + words.type(binary.type()) + ")";
        }
        if (binary.left().type() instanceof SqlType.Json json && json.kind() == SqlType.Json.Kind.JSONB) {
            return text.text(PostgreSqlWords.subscripted(binary.left())) + "[" + right(binary) + "]";
        }
        return eager(binary, " -> ");
    }

    private String jsonPath(Combined.Binary binary) throws Unsupported {
        return Affinity.of(binary.type()) == Affinity.JSON
                ? eager(binary, " #> ")
                : "CAST(" + eager(binary, " #>> ") + " AS " + words.type(binary.type()) + ")";
    }

    private String eager(Combined.Binary binary, String symbol) throws Unsupported {
        var operation = text.asOperand().text(binary.left()) + symbol + way(binary.right());
        return text.isOperand() ? "(" + operation + ")" : operation;
    }

    private String configuration(Combined.Binary binary) {
        return binary.modifier().map(m -> words.literals().quoted(m) + ", ").orElse("");
    }

    private String regularExpression(Combined.Binary binary, String operator) throws Unsupported {
        var flags = binary.modifier();
        if (flags.isEmpty() || flags.get().equals("i")) {
            return left(binary) + " " + operator + (flags.isPresent() ? "* " : " ") + right(binary);
        }
        return "%s %s CONCAT('(?', %s, ')', %s)".formatted(left(binary), operator,
                words.literals().quoted(flags.get()), right(binary));
    }
}
