package org.athanor.engine.dialect.expressions;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.Combining;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlOperator.Known;
import org.athanor.engine.type.SqlType;

/// The operators that become a LIKE: parts of texts, and texts of any case.
record LikeText(ExpressionText text) {
    private static final SqlExpression ANYTHING = new SqlExpression.WrittenColumn("'%'", SqlType.TEXT);

    String text(Combined.Binary binary, Known operator) throws Unsupported {
        boolean anyCase = anyCase(operator);
        var left = anyCase ? folded(binary.left()) : text.text(binary.left());
        var right = pattern(operator, binary.right(), anyCase);
        var escape = binary.modifier().map(e -> " ESCAPE " + text.words().literals().quoted(e)).orElse("");
        var like = anyCase && text.words().knowsTruths() ? "ILIKE" : "LIKE";
        return left + (isNegated(operator) ? " NOT " : " ") + like + " " + right + escape;
    }

    private String folded(SqlExpression operand) throws Unsupported {
        var written = text.text(operand);
        return text.words().knowsTruths() ? written : "lower(" + written + ")";
    }

    private String pattern(Known operator, SqlExpression part, boolean anyCase) throws Unsupported {
        var searched = anyCase && !text.words().knowsTruths()
                ? new SqlExpression.WrittenColumn(folded(part), SqlType.TEXT)
                : part;
        return text.text(switch (operator) {
            case STARTS_WITH, NOT_STARTS_WITH, ISTARTS_WITH, NOT_ISTARTS_WITH -> joined(searched, ANYTHING);
            case ENDS_WITH, NOT_ENDS_WITH, IENDS_WITH, NOT_IENDS_WITH -> joined(ANYTHING, searched);
            case CONTAINS, NOT_CONTAINS, ICONTAINS, NOT_ICONTAINS -> joined(joined(ANYTHING, searched), ANYTHING);
            default -> searched;
        });
    }

    private static SqlExpression joined(SqlExpression left, SqlExpression right) {
        return Combining.operation(left, Known.CONCATENATE, right, SqlType.TEXT);
    }

    private static boolean anyCase(Known operator) {
        return switch (operator) {
            case ILIKE, NOT_ILIKE, ISTARTS_WITH, NOT_ISTARTS_WITH, IENDS_WITH, NOT_IENDS_WITH, ICONTAINS,
                    NOT_ICONTAINS ->
                true;
            default -> false;
        };
    }

    private static boolean isNegated(Known operator) {
        return operator.name().startsWith("NOT_");
    }
}
