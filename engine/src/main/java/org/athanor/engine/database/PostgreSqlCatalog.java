package org.athanor.engine.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.dialect.postgresql.FormattedType;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.jspecify.annotations.Nullable;

/// What a PostgreSQL database holds, in five questions. The tables of the schema that needn't be said appear without one.
final class PostgreSqlCatalog {
    private static final String ENUMERATIONS = """
            SELECT n.nspname, t.typname, format_type(t.oid, NULL) AS formatted,
                   array(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                       AS labels
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE t.typtype = 'e' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY n.nspname, t.typname""";
    private static final String SEQUENCES = """
            SELECT n.nspname, c.relname, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle, s.seqcache,
                   format_type(s.seqtypid, NULL) AS formatted
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^pg_' AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid
                  AND d.classid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i'))
            ORDER BY n.nspname, c.relname""";

    private final Connection connection;
    private final String ownSchema;

    PostgreSqlCatalog(Connection connection) throws SQLException {
        this.connection = connection;
        this.ownSchema = Optional.ofNullable(connection.getSchema()).orElse("public");
    }

    /// All that is modelled, and the names of what isn't.
    Schema readWhole() throws SQLException {
        var known = read();
        var unmodelled = new PostgreSqlUnmodelled(this);
        return new Schema(known.tables(), known.enumerations(), known.sequences(),
                new PostgreSqlDefinitions(this).read(),
                new PostgreSqlDomains(this, formatted(known.enumerations())).read(), unmodelled.namespaces(),
                unmodelled.read());
    }

    private FormattedType formatted(Map<TableName, SqlType.Enumeration> enumerations) {
        var formatted = new HashMap<String, SqlType.Enumeration>();
        enumerations.forEach((name, type) -> formatted.put(name.toString(), type));
        return new FormattedType(formatted);
    }

    /// What revisions change: tables, enumerations and sequences.
    Schema read() throws SQLException {
        var formatted = new HashMap<String, SqlType.Enumeration>();
        var enumerations = new LinkedHashMap<TableName, SqlType.Enumeration>();
        ask(ENUMERATIONS, row -> {
            var name = name(row.getString("nspname"), row.getString("typname"));
            var type = new SqlType.Enumeration(texts(row.getArray("labels")), Optional.of(Name.written(name.name())),
                    name.schema(), SqlType.Enumeration.Making.WHEN_ASKED, true, false, OptionalInt.empty());
            enumerations.put(name, type);
            formatted.put(row.getString("formatted"), type);
        });
        var types = new FormattedType(formatted);
        var tables = new PostgreSqlTables(this, types).read();
        var constraints = new PostgreSqlConstraints(this).read();
        var indexes = new PostgreSqlIndexes(this).read();
        var whole = new LinkedHashMap<TableName, Table>();
        tables.forEach((name, table) -> whole.put(name,
                table.withConstraints(constraints.getOrDefault(name, List.of()))
                        .withIndexes(indexes.getOrDefault(name, List.of()))));
        return new Schema(whole, enumerations, sequences(types));
    }

    private Map<TableName, Sequence> sequences(FormattedType types) throws SQLException {
        var sequences = new LinkedHashMap<TableName, Sequence>();
        ask(SEQUENCES, row -> {
            var name = name(row.getString("nspname"), row.getString("relname"));
            sequences.put(name, new Sequence(name, options(row),
                    Optional.of(types.of(row.getString("formatted"), Optional.empty()))));
        });
        return sequences;
    }

    /// How a sequence counts.
    static SequenceOptions options(ResultSet row) throws SQLException {
        return new SequenceOptions(Optional.of(row.getLong("seqstart")), Optional.of(row.getLong("seqincrement")),
                Optional.of(row.getLong("seqmin")), Optional.of(row.getLong("seqmax")), false, false,
                Optional.of(row.getBoolean("seqcycle")), Optional.of(row.getLong("seqcache")));
    }

    /// What is done with one row of an answer.
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    void ask(String question, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(question)) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    TableName name(String schema, String name) {
        return new TableName(Optional.of(schema).filter(s -> !s.equals(ownSchema)), name);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        var texts = new ArrayList<String>();
        if (array != null) {
            Arrays.stream((Object[]) array.getArray()).map(String::valueOf).forEach(texts::add);
        }
        return texts;
    }
}
