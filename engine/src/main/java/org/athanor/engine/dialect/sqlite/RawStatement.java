package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.SqlEffect;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// One statement of raw SQL, and what it does to a SQLite database's schema.
final class RawStatement {
    private static final Set<String> HARMLESS = Set.of("INSERT", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES",
            "REPLACE",
            "ANALYZE", "REINDEX", "VACUUM", "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE", "EXPLAIN",
            "ATTACH", "PRAGMA");
    private static final int SHOWN = 60;

    private final String sql;
    private final Tokens tokens;

    RawStatement(String sql) {
        this.sql = sql;
        this.tokens = new Tokens(sql, SqlSyntax.SQLITE);
    }

    List<SqlEffect> effects() {
        try {
            return read();
        } catch (TableText.Unread _) {
            return everything();
        }
    }

    private List<SqlEffect> read() throws TableText.Unread {
        if (tokens.at("CREATE")) {
            return create();
        }
        if (tokens.accept("DROP")) {
            return drop();
        }
        if (tokens.accept("ALTER", "TABLE")) {
            return alter();
        }
        var first = tokens.peek().orElse("").toUpperCase(Locale.ROOT);
        return HARMLESS.contains(first) && !writesTheSchemaItself() ? List.of() : everything();
    }

    /// Rows of SQLite's own tables are its schema.
    private boolean writesTheSchemaItself() {
        var text = sql.toLowerCase(Locale.ROOT);
        return text.contains("writable_schema") || !text.stripLeading().startsWith("select")
                && (text.contains("sqlite_master") || text.contains("sqlite_schema"));
    }

    private List<SqlEffect> create() throws TableText.Unread {
        tokens.accept("CREATE");
        boolean temporary = tokens.accept("TEMP") || tokens.accept("TEMPORARY");
        if (tokens.accept("TABLE")) {
            return createTable();
        }
        if (tokens.accept("VIRTUAL", "TABLE")) {
            tokens.accept("IF", "NOT", "EXISTS");
            return List.of(doubt(TableText.tableName(tokens)));
        }
        if (tokens.at("UNIQUE", "INDEX") || tokens.at("INDEX")) {
            return createIndex();
        }
        if (tokens.accept("VIEW")) {
            tokens.accept("IF", "NOT", "EXISTS");
            return List.of(new SqlEffect.Defines(
                    new Definition(Definition.Kind.VIEW, TableText.tableName(tokens), Optional.empty(), sql)));
        }
        if (tokens.accept("TRIGGER")) {
            return createTrigger(temporary);
        }
        throw new TableText.Unread();
    }

    private List<SqlEffect> createTable() throws TableText.Unread {
        boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
        var name = TableText.tableName(tokens);
        var table = TableText.read(sql);
        return List.of(table.isPresent()
                ? new SqlEffect.Does(new Operation.CreateTable(table.get(), ifNotExists))
                : doubt(name));
    }

    private List<SqlEffect> createIndex() throws TableText.Unread {
        var index = IndexText.read(sql);
        if (index.isEmpty()) {
            throw new TableText.Unread();
        }
        var read = index.get();
        return List.of(new SqlEffect.Does(
                new Operation.CreateIndex(read.table(), read.index(), read.ifNotExists())));
    }

    private List<SqlEffect> createTrigger(boolean temporary) throws TableText.Unread {
        tokens.accept("IF", "NOT", "EXISTS");
        var name = TableText.tableName(tokens);
        while (!tokens.atEnd() && !tokens.at("ON")) {
            tokens.next();
        }
        if (!tokens.accept("ON")) {
            throw new TableText.Unread();
        }
        var table = TableText.tableName(tokens);
        return temporary
                ? List.of()
                : List.of(new SqlEffect.Defines(
                        new Definition(Definition.Kind.TRIGGER, name, Optional.of(table), sql)));
    }

    private List<SqlEffect> drop() throws TableText.Unread {
        var kind = tokens.next().toUpperCase(Locale.ROOT);
        boolean ifExists = tokens.accept("IF", "EXISTS");
        var name = TableText.tableName(tokens);
        return List.of(switch (kind) {
            case "TABLE" -> new SqlEffect.Does(new Operation.DropTable(name, ifExists));
            case "INDEX" -> new SqlEffect.Does(new Operation.DropIndex(Optional.empty(), name.schema(),
                    Name.written(name.name()), ifExists, Map.of()));
            case "VIEW" -> new SqlEffect.Undefines(Definition.Kind.VIEW, name);
            case "TRIGGER" -> new SqlEffect.Undefines(Definition.Kind.TRIGGER, name);
            default -> throw new TableText.Unread();
        });
    }

    private List<SqlEffect> alter() throws TableText.Unread {
        var table = TableText.tableName(tokens);
        if (tokens.accept("RENAME", "TO")) {
            return List.of(new SqlEffect.Does(new Operation.RenameTable(table, TableText.name(tokens))));
        }
        if (tokens.accept("RENAME")) {
            tokens.accept("COLUMN");
            var from = TableText.name(tokens);
            if (!tokens.accept("TO")) {
                return List.of(doubt(table));
            }
            return List.of(new SqlEffect.Does(
                    new Operation.AlterColumn(table, from, ColumnChange.rename(TableText.name(tokens)))));
        }
        if (tokens.accept("DROP")) {
            tokens.accept("COLUMN");
            return List.of(new SqlEffect.Does(new Operation.DropColumn(table, TableText.name(tokens), false)));
        }
        if (tokens.accept("ADD")) {
            tokens.accept("COLUMN");
            return add(table);
        }
        return List.of(doubt(table));
    }

    private List<SqlEffect> add(TableName table) {
        return TableText.readColumn(tokens).filter(_ -> tokens.atEnd())
                .<List<SqlEffect>>map(column -> List.of(new SqlEffect.Does(new Operation.AddColumn(table,
                        column.column(), new ArrayList<Constraint>(column.constraints()), List.of(), false, false,
                        false))))
                .orElseGet(() -> List.of(doubt(table)));
    }

    private SqlEffect doubt(TableName table) {
        return new SqlEffect.Doubts(table, "raw SQL before says: " + shown());
    }

    private List<SqlEffect> everything() {
        return List.of(new SqlEffect.DoubtsEverything("raw SQL before says: " + shown()));
    }

    private String shown() {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
