package org.athanor.engine.dialect.expressions;

import java.util.LinkedHashMap;
import java.util.Map;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.Statement;

/// The queries in front of a statement (WITH), each once, in the order in which they are met.
final class CommonText {
    private final Map<Source.Common, String> texts = new LinkedHashMap<>();
    private boolean recursive;

    void add(Source.Common common, ExpressionText text) throws Unsupported {
        if (texts.containsKey(common)) {
            return;
        }
        texts.put(common, "");
        recursive |= common.recursive();
        var apart = text.apart();
        var query = common.query() instanceof Statement.Rows rows
                ? new QueryText(apart).common(rows)
                : apart.text(common.query());
        texts.remove(common);
        texts.put(common, "%s%s AS (%s)".formatted(text.name(text.context().names().of(common.name())),
                columns(common, text), query));
    }

    private static String columns(Source.Common common, ExpressionText text) {
        return common.recursive() && !common.columns().isEmpty()
                ? "(" + String.join(", ", common.columns().stream().map(c -> text.name(c.name())).toList()) + ")"
                : "";
    }

    /// The statement with the queries in front of it.
    String before(String statement) {
        return texts.isEmpty()
                ? statement
                : "WITH %s%s %s".formatted(recursive ? "RECURSIVE " : "", String.join(", ", texts.values()),
                        statement);
    }
}
