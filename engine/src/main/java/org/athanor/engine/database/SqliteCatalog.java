package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.sqlite.IndexText;
import org.athanor.engine.dialect.sqlite.TableText;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.schema.Unmodelled;
import org.athanor.engine.type.SqlType;

/// What a SQLite file holds. SQLite keeps the statements that made its tables and indexes; they tell more than its pragmas do,
/// which only say which columns there are where a statement can't be read.
final class SqliteCatalog {
    private static final String TEXTS = """
            SELECT type, name, tbl_name, sql FROM sqlite_master
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid""";
    private static final String COLUMNS = """
            SELECT m.name, c.name FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS c
            WHERE m.type = 'table' AND c.hidden <> 1 ORDER BY m.rowid, c.cid""";

    private final Connection connection;
    private final Map<TableName, Table> tables = new LinkedHashMap<>();
    private final Map<TableName, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, String> virtual = new LinkedHashMap<>();

    SqliteCatalog(Connection connection) {
        this.connection = connection;
    }

    /// The same, and by name what a table has that isn't modelled.
    Schema readWhole() throws SQLException {
        var known = read();
        var unmodelled = new ArrayList<Unmodelled>();
        known.tables().forEach((name, table) -> {
            if (table.settings().get(TableText.NOT_MODELLED) instanceof Setting.Text(var reason)) {
                unmodelled.add(new Unmodelled("table", name, reason));
            }
        });
        return new Schema(withoutVirtual(known.tables(), unmodelled), known.enumerations(), known.sequences(),
                known.definitions(), Map.of(), Set.of(), unmodelled);
    }

    private Map<TableName, Table> withoutVirtual(Map<TableName, Table> all, List<Unmodelled> unmodelled) {
        var real = new LinkedHashMap<>(all);
        virtual.forEach((name, sql) -> {
            real.keySet().removeIf(table -> table.name().equals(name) || table.name().startsWith(name + "_"));
            unmodelled.add(new Unmodelled("virtual table", TableName.of(name), sql));
        });
        return real;
    }

    Schema read() throws SQLException {
        var columns = columns();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(TEXTS)) {
            while (row.next()) {
                add(row, columns);
            }
        }
        tables.replaceAll((_, table) -> withTargets(table));
        return new Schema(tables, Map.of(), Map.of(), definitions);
    }

    private Map<String, List<String>> columns() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(COLUMNS)) {
            while (row.next()) {
                columns.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
            }
        }
        return columns;
    }

    private void add(ResultSet row, Map<String, List<String>> columns) throws SQLException {
        var name = row.getString("name");
        var sql = row.getString("sql");
        var table = TableName.of(row.getString("tbl_name"));
        switch (row.getString("type")) {
            case "table" -> {
                if (sql.regionMatches(true, 0, "CREATE VIRTUAL", 0, "CREATE VIRTUAL".length())) {
                    virtual.put(name, sql);
                }
                tables.put(table, table(table, sql, columns.getOrDefault(name, List.of())));
            }
            case "index" -> addIndex(table, name, sql);
            case "view" -> define(Definition.Kind.VIEW, name, Optional.empty(), sql);
            case "trigger" -> define(Definition.Kind.TRIGGER, name, Optional.of(table), sql);
            default -> throw new IllegalStateException("SQLite has a " + row.getString("type"));
        }
    }

    private static Table table(TableName name, String sql, List<String> columns) {
        return TableText.read(sql).filter(t -> names(t).equals(columns)).map(t -> t.withName(name))
                .orElseGet(() -> Table.named(name).withColumns(columns.stream()
                        .map(c -> Column.of(c, SqlType.UNKNOWN)).toList()).with(TableText.NOT_MODELLED,
                                new Setting.Text("its definition can't be read: " + firstLine(sql))));
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private void addIndex(TableName table, String name, String sql) {
        var owner = tables.get(table);
        if (owner == null) {
            return;
        }
        var read = IndexText.read(sql);
        if (read.isEmpty()) {
            tables.put(table, owner.with(TableText.NOT_MODELLED,
                    new Setting.Text("its index %s can't be read".formatted(name))));
            return;
        }
        var indexes = new ArrayList<>(owner.indexes());
        indexes.add(read.get().index());
        tables.put(table, owner.withIndexes(indexes));
    }

    private void define(Definition.Kind kind, String name, Optional<TableName> table, String sql) {
        definitions.put(TableName.of(name), new Definition(kind, TableName.of(name), table, sql));
    }

    /// Foreign keys that name no columns mean the primary key of their target.
    private Table withTargets(Table table) {
        return table.withConstraints(table.constraints().stream().map(c -> c instanceof Constraint.ForeignKey key
                && key.targetColumns().isEmpty() ? withTarget(key) : c).toList());
    }

    private Constraint withTarget(Constraint.ForeignKey key) {
        var columns = tables.values().stream().filter(t -> t.name().name().equalsIgnoreCase(key.target().name()))
                .findFirst().flatMap(Table::primaryKey).map(Constraint.PrimaryKey::columns).orElse(List.of());
        return new Constraint.ForeignKey(key.name(), key.columns(), key.target(), columns, key.onDelete(),
                key.onUpdate(), key.match(), key.timing(), key.settings());
    }

    private static String firstLine(String sql) {
        return sql.lines().findFirst().orElse("").strip();
    }
}
