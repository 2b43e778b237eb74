package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.schema.TableName;

/// All tables of a database, and what it believes to know of their sizes: one question that waits for no lock.
final class TableSizes {
    /// With the partitions, if it has some.
    static final String BYTES = """
            SELECT coalesce((SELECT sum(pg_total_relation_size(p.relid)) FROM pg_partition_tree(%1$d) AS p),
                            pg_total_relation_size(%1$d))""";
    private static final String ON_POSTGRESQL = """
            SELECT n.nspname, c.relname, c.oid::bigint, pg_table_is_visible(c.oid),
                   CASE WHEN c.relkind = 'p' THEN coalesce((SELECT sum(greatest(k.reltuples, 0)) FROM pg_inherits i
                       JOIN pg_class k ON k.oid = i.inhrelid WHERE i.inhparent = c.oid), 0) ELSE c.reltuples END
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";
    private static final String ON_SQLITE = "SELECT name FROM sqlite_master WHERE type = 'table'";

    private final Dialect dialect;
    private final Map<TableName, Entry> entries = new HashMap<>();
    private final Map<String, List<TableName>> bySchema = new HashMap<>();

    private TableSizes(Dialect dialect) {
        this.dialect = dialect;
    }

    /// A table's name as it stands in a question, its number, and about how many rows it has (below 0 if nobody knows).
    record Entry(String name, long id, long rows) {}

    static TableSizes read(Connection connection, Dialect dialect) throws SQLException {
        var sizes = new TableSizes(dialect);
        boolean isPostgreSql = dialect.product() == Product.POSTGRESQL;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(isPostgreSql ? ON_POSTGRESQL : ON_SQLITE)) {
            while (row.next()) {
                if (isPostgreSql) {
                    sizes.add(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4), row.getLong(5));
                } else {
                    var name = TableName.of(row.getString(1));
                    sizes.entries.put(dialect.grammar().canonical(name), new Entry(quoted(name.name()), 0, -1));
                }
            }
        }
        return sizes;
    }

    private void add(String schema, String name, long id, boolean visible, long rows) {
        var entry = new Entry(quoted(schema) + "." + quoted(name), id, rows);
        entries.putIfAbsent(new TableName(Optional.of(schema), name), entry);
        if (visible) {
            entries.put(TableName.of(name), entry);
        } else {
            var unsaid = dialect.grammar().canonical(new TableName(Optional.of(schema), name));
            entries.putIfAbsent(unsaid, entry);
        }
        bySchema.computeIfAbsent(schema, _ -> new ArrayList<>()).add(new TableName(Optional.of(schema), name));
    }

    Optional<Entry> find(TableName table) {
        return Optional.ofNullable(entries.get(table))
                .or(() -> Optional.ofNullable(entries.get(dialect.grammar().canonical(table))));
    }

    List<TableName> in(String schema) {
        return bySchema.getOrDefault(schema, List.of());
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
