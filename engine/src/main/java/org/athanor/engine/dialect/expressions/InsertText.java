package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Parentheses;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Literal;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Assignment;
import org.athanor.engine.expression.Statement.Insert;
import org.jspecify.annotations.Nullable;

/// The text of INSERT.
record InsertText(ExpressionText text) {
    String text(Insert insert) throws Unsupported {
        for (var common : insert.common()) {
            text.context().common().add(common, text);
        }
        var written = new StringBuilder("INSERT ");
        insert.prefixes().forEach(p -> written.append(p).append(' '));
        written.append("INTO ").append(new SourceText(text).text(insert.table()));
        if (insert.query().isPresent()) {
            written.append(fromQuery(insert, insert.query().get()));
        } else {
            written.append(values(insert));
        }
        if (insert.conflict().isPresent()) {
            written.append(' ').append(conflict(insert, insert.conflict().get()));
        }
        var returning = insert.returning().isEmpty() ? keys(insert) : insert.returning();
        return written.append(new QueryText(text).returning(returning)).toString();
    }

    private String fromQuery(Insert insert, Statement.Rows query) throws Unsupported {
        var columns = new LinkedHashSet<>(insert.columns());
        var missing = insert.table().columns().stream()
                .filter(c -> c.preset().isPresent() && !columns.contains(c.name())).toList();
        var complete = query;
        if (query instanceof Statement.Select select && !missing.isEmpty()) {
            var chosen = new ArrayList<>(select.chosen());
            missing.forEach(c -> c.preset().ifPresent(chosen::add));
            missing.forEach(c -> columns.add(c.name()));
            complete = select.withChosen(chosen);
        }
        return " (" + names(columns) + ") " + new QueryText(text).text(complete);
    }

    private String values(Insert insert) throws Unsupported {
        var rows = new ArrayList<Map<String, SqlExpression>>();
        for (var row : insert.rows().isEmpty() ? List.of(List.<Assignment>of()) : insert.rows()) {
            rows.add(complete(insert.table(), row));
        }
        var columns = rows.getFirst().keySet();
        if (columns.isEmpty()) {
            return " DEFAULT VALUES";
        }
        var texts = new ArrayList<String>();
        for (var row : rows) {
            texts.add("(" + row(row, columns) + ")");
        }
        return " (" + names(columns) + ") VALUES " + String.join(", ", texts);
    }

    private String row(Map<String, SqlExpression> row, Set<String> columns) throws Unsupported {
        var values = new ArrayList<String>();
        for (var column : columns) {
            var value = row.get(column);
            if (value == null) {
                throw new Unsupported("A row has no value for the column " + column,
                        "Give the rows of one INSERT the same columns.");
            }
            values.add(text.text(Parentheses.alone(value)));
        }
        return String.join(", ", values);
    }

    private String names(Set<String> columns) {
        return String.join(", ", columns.stream().map(text::name).toList());
    }

    /// The row in the order of the table's columns, with what the revision itself gives where nothing is said.
    private static Map<String, SqlExpression> complete(Source.Table table, List<Assignment> row) {
        var given = new LinkedHashMap<String, SqlExpression>();
        row.forEach(a -> given.put(a.column(), a.value()));
        var complete = new LinkedHashMap<String, SqlExpression>();
        for (var column : table.columns()) {
            var value = Optional.ofNullable(given.remove(column.name())).or(column::preset);
            value.ifPresent(v -> complete.put(column.name(), v));
        }
        complete.putAll(given);
        return complete;
    }

    /// The columns of the key that only the database can tell: one row's, unless the statement is `inline`.
    private List<SqlExpression> keys(Insert insert) {
        boolean counts = insert.table().columns().stream().anyMatch(Source.Column::counting);
        if (insert.inline() || insert.query().isPresent() || insert.rows().size() > 1
                || !text.words().returnsCountedKeys() && (counts || insert.conflict().isPresent())) {
            return List.of();
        }
        var row = new LinkedHashMap<String, SqlExpression>();
        insert.rows().forEach(r -> r.forEach(a -> row.put(a.column(), a.value())));
        return insert.table().columns().stream().filter(Source.Column::key).filter(c -> isTold(c, row.get(c.name())))
                .<SqlExpression>map(insert.table()::of).toList();
    }

    private static boolean isTold(Source.Column column, @Nullable SqlExpression value) {
        if (value != null) {
            return !isKnown(value);
        }
        return column.preset().isPresent()
                ? column.preset().filter(p -> !isKnown(p)).isPresent()
                : column.counting() || column.filled();
    }

    private static boolean isKnown(SqlExpression value) {
        return value instanceof Literal || value instanceof SqlExpression.Parameter;
    }

    private String conflict(Insert insert, Statement.Conflict conflict) throws Unsupported {
        var target = target(conflict);
        if (conflict.changes().isEmpty()) {
            return "ON CONFLICT" + target + " DO NOTHING";
        }
        var changes = new ArrayList<String>();
        for (var change : ordered(insert.table(), conflict.changes())) {
            changes.add(text.name(change.column()) + " = " + text.text(Parentheses.alone(change.value())));
        }
        var where = conflict.where().isPresent() ? " WHERE " + text.text(conflict.where().get()) : "";
        return "ON CONFLICT" + target + " DO UPDATE SET " + String.join(", ", changes) + where;
    }

    private static List<Assignment> ordered(Source.Table table, List<Assignment> changes) {
        var rest = new LinkedHashMap<String, Assignment>();
        changes.forEach(c -> rest.put(c.column(), c));
        var ordered = new ArrayList<Assignment>();
        table.columns().forEach(c -> Optional.ofNullable(rest.remove(c.name())).ifPresent(ordered::add));
        ordered.addAll(rest.values());
        return ordered;
    }

    private String target(Statement.Conflict conflict) throws Unsupported {
        if (conflict.constraint().isPresent()) {
            return text.words().conflictingConstraint(conflict.constraint().get());
        }
        if (conflict.columns().isEmpty()) {
            return "";
        }
        var inner = text.withTables(false);
        var where = conflict.targetWhere().isPresent()
                ? " WHERE " + inner.text(conflict.targetWhere().get())
                : "";
        return " (" + inner.list(conflict.columns()) + ")" + where;
    }
}
