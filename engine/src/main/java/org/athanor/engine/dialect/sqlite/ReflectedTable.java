package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;

/// A table as Alembic sees it when it reads it back from SQLite: defaults are SQL, most of them in parentheses.
final class ReflectedTable {
    /// Defaults that Alembic leaves without parentheses.
    private static final Pattern BARE = Pattern.compile("[0-9.]|'(?:[^']|'')+'");

    private final Dialect dialect;

    ReflectedTable(Dialect dialect) {
        this.dialect = dialect;
    }

    Table of(Table table, List<Column> replaced) throws Unsupported {
        var others = new HashMap<String, Column>();
        replaced.forEach(c -> others.put(c.name(), c));
        var columns = new ArrayList<Column>();
        for (var column : table.columns()) {
            var other = others.remove(column.name());
            columns.add(other != null ? other : column(column));
        }
        replaced.stream().filter(c -> others.containsKey(c.name())).forEach(columns::add);
        return table.withColumns(columns).withConstraints(constraints(table));
    }

    /// Checks that stood beside a column are checks of the table.
    private static List<Constraint> constraints(Table table) {
        var all = new ArrayList<Constraint>();
        table.constraints().forEach(c -> all.add(c instanceof Constraint.ForeignKey key ? inCapitals(key) : c));
        table.columns().forEach(c -> all.addAll(c.checks()));
        return all;
    }

    private static Constraint inCapitals(Constraint.ForeignKey key) {
        return new Constraint.ForeignKey(key.name(), key.columns(), key.target(), key.targetColumns(),
                action(key.onDelete()), action(key.onUpdate()), key.match(),
                new Constraint.Timing(key.timing().deferrable(),
                        key.timing().initially().map(i -> i.toUpperCase(Locale.ROOT))),
                key.settings());
    }

    /// `NO ACTION` is what happens anyway.
    private static Optional<String> action(Optional<String> action) {
        return action.map(a -> a.toUpperCase(Locale.ROOT)).filter(a -> !a.equals("NO ACTION"));
    }

    private Column column(Column c) throws Unsupported {
        return new Column(c.name(), c.type(), c.nullable(), filling(c.filling()), Column.Counting.IF_ALONE, c.comment(),
                c.settings());
    }

    private Filling filling(Filling filling) throws Unsupported {
        return switch (filling) {
            case Filling.Text(var value) -> standing(dialect.literal(value));
            case Filling.Default(var value) -> standing(dialect.text(value));
            case Filling.None _,Filling.Computed _,Filling.Identity _ -> filling;
        };
    }

    private static Filling standing(String text) {
        var inner = text.strip();
        while (isInParentheses(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return new Filling.Default(SqlExpression.written(BARE.matcher(inner).matches() ? inner : "(" + inner + ")"));
    }

    private static boolean isInParentheses(String text) {
        var tokens = new Tokens(text, SqlSyntax.SQLITE);
        if (!tokens.at("(")) {
            return false;
        }
        tokens.skipParentheses();
        return tokens.atEnd();
    }
}
