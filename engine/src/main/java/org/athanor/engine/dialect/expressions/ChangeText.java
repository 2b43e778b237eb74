package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.Sources;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Assignment;

/// The text of UPDATE and DELETE.
record ChangeText(ExpressionText text) {
    String text(Statement.Update update) throws Unsupported {
        var beside = Sources.beside(update.table(), update.where(), update.changes());
        var inner = inner(update.table(), beside);
        for (var common : update.common()) {
            text.context().common().add(common, text);
        }
        var changes = new ArrayList<String>();
        for (var change : changes(update)) {
            changes.add(text.name(change.column()) + "=" + inner.text(Parentheses.alone(change.value())));
        }
        if (changes.isEmpty()) {
            throw new Unsupported("An UPDATE of %s without values".formatted(update.table()),
                    "Say with values() what changes.");
        }
        var written = new StringBuilder("UPDATE ").append(new SourceText(inner).text(update.table())).append(" SET ")
                .append(String.join(", ", changes));
        if (!beside.isEmpty()) {
            written.append(" FROM ").append(new SourceText(inner).list(beside));
        }
        return end(written, inner, update.where(), update.returning());
    }

    /// In the order of the table's columns, those that refresh themselves among them.
    private static List<Assignment> changes(Statement.Update update) {
        var given = new LinkedHashMap<String, Assignment>();
        update.changes().forEach(c -> given.put(c.column(), c));
        var changes = new ArrayList<Assignment>();
        for (var column : update.table().columns()) {
            var change = given.remove(column.name());
            if (change != null) {
                changes.add(change);
            } else {
                column.refreshed().ifPresent(r -> changes.add(new Assignment(column.name(), r)));
            }
        }
        changes.addAll(given.values());
        return changes;
    }

    String text(Statement.Delete delete) throws Unsupported {
        var beside = Sources.beside(delete.table(), delete.where(), List.of());
        var inner = inner(delete.table(), beside);
        for (var common : delete.common()) {
            text.context().common().add(common, text);
        }
        var written = new StringBuilder("DELETE FROM ").append(new SourceText(inner).text(delete.table()));
        if (!beside.isEmpty()) {
            written.append(' ').append(inner.words().deletingWith()).append(' ')
                    .append(new SourceText(inner).list(beside));
        }
        return end(written, inner, delete.where(), delete.returning());
    }

    private ExpressionText inner(Source table, List<Source> beside) {
        var sources = new ArrayList<Source>(beside);
        sources.add(table);
        return text.inside(sources);
    }

    private static String end(StringBuilder written, ExpressionText inner, List<SqlExpression> where,
            List<SqlExpression> returning) throws Unsupported {
        inner.conditions(where).ifPresent(w -> written.append(" WHERE ").append(w));
        return written.append(new QueryText(inner).returning(returning)).toString();
    }
}
