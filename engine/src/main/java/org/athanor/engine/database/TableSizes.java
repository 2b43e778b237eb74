package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                       JOIN pg_class k ON k.oid = i.inhrelid WHERE i.inhparent = c.oid), 0) ELSE c.reltuples END,
                   c.relkind IN ('f', 'v')
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";
    private static final String ON_SQLITE = "SELECT name, type = 'view' FROM sqlite_master WHERE type IN ('table', 'view')";

    private final Dialect dialect;
    private final Map<TableName, Entry> entries = new HashMap<>();
    /// Views and foreign tables: what is behind them isn't counted.
    private final Set<TableName> others = new HashSet<>();
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
                if (isPostgreSql && row.getBoolean(6)) {
                    sizes.others.add(new TableName(Optional.of(row.getString(1)), row.getString(2)));
                    sizes.others.add(TableName.of(row.getString(2)));
                } else if (isPostgreSql) {
                    sizes.add(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4), row.getLong(5));
                } else {
                    var name = dialect.grammar().canonical(TableName.of(row.getString(1)));
                    if (row.getBoolean(2)) {
                        sizes.others.add(name);
                        continue;
                    }
                    sizes.entries.put(name, new Entry(quoted(row.getString(1)), 0, -1));
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

    /// Whether there is a table of this name, or what can be changed like one; those of the system are always there.
    boolean has(TableName table) {
        return find(table).isPresent() || others.contains(table)
                || others.contains(dialect.grammar().canonical(table))
                || table.schema().orElse(table.name()).matches("pg_.*|information_schema|sqlite_.*|temp");
    }

    List<TableName> in(String schema) {
        return bySchema.getOrDefault(schema, List.of());
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
