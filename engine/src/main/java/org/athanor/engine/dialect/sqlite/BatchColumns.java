package org.athanor.engine.dialect.sqlite;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Sources;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.TableName;

/// The columns of a table at the end of a rebuild, and whether something new can stand on them. A column that is renamed
/// there goes by both of its names.
record BatchColumns(TableName table, Set<String> columns, Map<String, String> newNames) {
    void check(Constraint constraint) throws Unsupported {
        switch (constraint) {
            case Constraint.PrimaryKey key -> check("The primary key", constraint, key.columns());
            case Constraint.Unique unique -> check("The unique constraint", constraint, unique.columns());
            case Constraint.ForeignKey key -> check("The foreign key", constraint, key.columns());
            case Constraint.Check check -> check("The check", constraint, named(check.condition()));
            case Constraint.Exclude _ -> {
            }
        }
    }

    void check(Index index) throws Unsupported {
        for (var element : index.elements()) {
            if (element instanceof Index.Element.OfColumn(var column)) {
                check("The index " + index.name(), column);
            }
        }
    }

    private static List<String> named(SqlExpression condition) {
        return Sources.columns(condition).map(SqlExpression.ColumnName::name).toList();
    }

    private void check(String kind, Constraint constraint, List<String> wanted) throws Unsupported {
        var what = kind + constraint.name().map(name -> " " + name).orElse("");
        if (wanted.isEmpty() && !(constraint instanceof Constraint.Check)) {
            throw new Unsupported(what + " is on no column", "Name its columns");
        }
        for (var column : wanted) {
            check(what, column);
        }
    }

    private void check(String what, String column) throws Unsupported {
        if (!columns.contains(column) && !newNames.containsValue(column)) {
            throw new Unsupported("%s is on %s, which %s doesn't have".formatted(what, column, table),
                    "Name a column that the table has after the rebuild: " + names(columns));
        }
    }

    private String names(Collection<String> all) {
        return all.stream().map(c -> newNames.getOrDefault(c, c)).collect(Collectors.joining(", "));
    }
}
