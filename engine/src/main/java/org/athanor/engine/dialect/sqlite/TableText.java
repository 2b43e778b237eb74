package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// Reads `CREATE TABLE` as SQLite keeps it, with all that its pragmas don't tell: names of constraints, checks, collations,
/// what to do on a conflict.
public final class TableText {
    /// A setting that says what a definition has and a [Table] can't hold.
    public static final String NOT_MODELLED = "sqlite_not_modelled";

    private final Tokens tokens;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, Setting> settings = new HashMap<>();
    private final List<String> prefixes = new ArrayList<>();

    private TableText(String sql) {
        this.tokens = new Tokens(sql, SqlSyntax.SQLITE);
    }

    /// What the statement makes, or nothing where it doesn't list columns.
    public static Optional<Table> read(String sql) {
        try {
            return new TableText(sql).table();
        } catch (Unread _) {
            return Optional.empty();
        }
    }

    /// A column with its constraints, as `ALTER TABLE … ADD COLUMN` names it.
    static Optional<ColumnText> readColumn(Tokens tokens) {
        try {
            var column = new ColumnText(tokens);
            return column.settings().isEmpty() ? Optional.of(column) : Optional.empty();
        } catch (Unread _) {
            return Optional.empty();
        }
    }

    /// The text goes on in a way that isn't SQLite's.
    static final class Unread extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Optional<Table> table() throws Unread {
        tokens.accept("CREATE");
        if (tokens.accept("TEMP") || tokens.accept("TEMPORARY")) {
            prefixes.add("TEMPORARY");
        }
        tokens.accept("TABLE");
        tokens.accept("IF", "NOT", "EXISTS");
        var name = tableName(tokens);
        if (!tokens.accept("(")) {
            return Optional.empty();
        }
        do {
            element();
        } while (tokens.accept(",") || !tokens.at(")") && !tokens.atEnd());
        if (!tokens.accept(")")) {
            throw new Unread();
        }
        options();
        return Optional.of(new Table(name, columns, constraints, List.of(), Optional.empty(), settings, prefixes));
    }

    private void element() throws Unread {
        if (tokens.at("CONSTRAINT") || tokens.at("PRIMARY", "KEY") || tokens.at("UNIQUE", "(")
                || tokens.at("CHECK", "(") || tokens.at("FOREIGN", "KEY")) {
            tableConstraint();
            return;
        }
        var column = new ColumnText(tokens);
        columns.add(column.column());
        constraints.addAll(column.constraints());
        settings.putAll(column.settings());
    }

    private void tableConstraint() throws Unread {
        var name = constraintName(tokens);
        if (tokens.accept("PRIMARY", "KEY")) {
            var keys = columnList();
            constraints.add(new Constraint.PrimaryKey(name, keys, Constraint.Timing.UNSAID, onConflict(tokens)));
        } else if (tokens.accept("UNIQUE")) {
            var keys = columnList();
            constraints.add(new Constraint.Unique(name, keys, Constraint.Timing.UNSAID, onConflict(tokens)));
        } else if (tokens.accept("CHECK")) {
            constraints.add(check(name, tokens));
        } else if (tokens.accept("FOREIGN", "KEY")) {
            var keys = columnList();
            constraints.add(ReferenceText.read(tokens, name, keys));
        } else if (name.isEmpty()) {
            throw new Unread();
        }
    }

    static Optional<Name> constraintName(Tokens tokens) throws Unread {
        return tokens.accept("CONSTRAINT") ? Optional.of(Name.written(name(tokens))) : Optional.empty();
    }

    static Constraint check(Optional<Name> name, Tokens tokens) throws Unread {
        var condition = tokens.inParentheses().orElseThrow(Unread::new).strip();
        return new Constraint.Check(name, SqlExpression.written(condition), Optional.empty(), Constraint.Timing.UNSAID,
                onConflict(tokens));
    }

    static Map<String, Setting> onConflict(Tokens tokens) {
        return tokens.accept("ON", "CONFLICT")
                ? Map.of("sqlite_on_conflict", new Setting.Text(tokens.next().toUpperCase(Locale.ROOT)))
                : Map.of();
    }

    /// Columns of a key; an order or collation of its own can't be kept.
    private List<String> columnList() throws Unread {
        if (!tokens.accept("(")) {
            throw new Unread();
        }
        var names = new ArrayList<String>();
        do {
            names.add(asSpelled(name(tokens)));
            tokens.accept("ASC");
            if (tokens.accept("AUTOINCREMENT")) {
                settings.put("sqlite_autoincrement", new Setting.Flag(true));
            }
            while (!tokens.at(",") && !tokens.at(")")) {
                if (tokens.atEnd()) {
                    throw new Unread();
                }
                settings.put(NOT_MODELLED,
                        new Setting.Text("its definition says %s for %s in a key".formatted(tokens.next(),
                                names.getLast())));
            }
        } while (tokens.accept(","));
        if (!tokens.accept(")")) {
            throw new Unread();
        }
        return names;
    }

    /// A key may name a column in other letters than the column has.
    private String asSpelled(String name) {
        return columns.stream().map(Column::name).filter(name::equalsIgnoreCase).findFirst().orElse(name);
    }

    private void options() {
        while (!tokens.atEnd()) {
            if (tokens.accept("WITHOUT", "ROWID")) {
                settings.put("sqlite_with_rowid", new Setting.Flag(false));
            } else if (tokens.accept("STRICT")) {
                settings.put("sqlite_strict", new Setting.Flag(true));
            } else {
                tokens.next();
            }
        }
    }

    static String name(Tokens tokens) throws Unread {
        return tokens.name().map(Tokens.Name::text).orElseThrow(Unread::new);
    }

    static TableName tableName(Tokens tokens) throws Unread {
        var first = name(tokens);
        return tokens.accept(".") ? new TableName(Optional.of(first), name(tokens)) : TableName.of(first);
    }
}
