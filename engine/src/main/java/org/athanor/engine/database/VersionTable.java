package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.sql.Statement;
import org.jspecify.annotations.Nullable;

/// The table that says where a database stands: Alembic's, byte for byte.
public record VersionTable(String name, Optional<String> schema, boolean primaryKey) {
    public static final VersionTable DEFAULT = new VersionTable("alembic_version", Optional.empty(), true);

    public String qualifiedName(Dialect dialect) {
        return schema.map(s -> dialect.name(s) + ".").orElse("") + dialect.name(name);
    }

    public Statement create(Dialect dialect) {
        var key = primaryKey
                ? ", \n    CONSTRAINT %s PRIMARY KEY (version_num)".formatted(dialect.name(name + "_pkc"))
                : "";
        return Statement.of("CREATE TABLE %s (\n    version_num VARCHAR(32) NOT NULL%s\n)"
                .formatted(qualifiedName(dialect), key));
    }

    public Statement insert(RevisionId id, Dialect dialect) {
        return Statement.of("INSERT INTO " + qualifiedName(dialect) + " (version_num) VALUES ("
                + dialect.literal(id.value()) + ")");
    }

    public Statement delete(RevisionId id, Dialect dialect) {
        var table = qualifiedName(dialect);
        return Statement.of("DELETE FROM " + table + " WHERE " + table + ".version_num = "
                + dialect.literal(id.value()));
    }

    public Statement update(RevisionId from, RevisionId to, Dialect dialect) {
        var table = qualifiedName(dialect);
        return Statement.of("UPDATE " + table + " SET version_num=" + dialect.literal(to.value()) + " WHERE " + table
                + ".version_num = " + dialect.literal(from.value()));
    }

    /// The rows, sorted; nothing where there is no such table, or no file yet. Never creates anything.
    public Optional<List<RevisionId>> read(Database database) {
        return database.exists()
                ? database.ask(connection -> read(connection, database.dialect()))
                : Optional.empty();
    }

    /// The same over an open connection.
    public Optional<List<RevisionId>> read(Connection connection, Dialect dialect) throws SQLException {
        if (!exists(connection, dialect)) {
            return Optional.empty();
        }
        var rows = new ArrayList<RevisionId>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT version_num FROM " + qualifiedName(dialect))) {
            while (result.next()) {
                rows.add(id(result.getString(1)));
            }
        }
        rows.sort(null);
        return Optional.of(rows);
    }

    /// The schema without this table: it is nobody's difference.
    public Schema takenOutOf(Schema whole) {
        var others = new LinkedHashMap<>(whole.tables());
        others.keySet().removeIf(table -> table.name().equals(name)
                && (table.schema().equals(schema) || table.schema().isEmpty() || schema.isEmpty()));
        return whole.withTables(others.values());
    }

    private RevisionId id(@Nullable String row) {
        if (row == null || row.isEmpty()) {
            throw new Refusal(ProblemKind.DATABASE_ERROR, "The table %s holds an empty row".formatted(name),
                    "Remove the row: no revision has an empty id.");
        }
        return new RevisionId(row);
    }

    private boolean exists(Connection connection, Dialect dialect) throws SQLException {
        var question = switch (dialect.product()) {
            case POSTGRESQL -> "SELECT 1 WHERE to_regclass(?) IS NOT NULL";
            case SQLITE -> "SELECT 1 FROM %ssqlite_master WHERE type = 'table' AND lower(name) = lower(?)"
                    .formatted(schema.map(s -> dialect.name(s) + ".").orElse(""));
        };
        var parameter = dialect.product() == Product.POSTGRESQL ? qualifiedName(dialect) : name;
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, parameter);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
