package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;

import org.athanor.engine.hazard.Amount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsOnSqliteTest extends FactsContract {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws SQLException {
        execute("CREATE TABLE few (id INTEGER PRIMARY KEY, name TEXT)");
        execute("INSERT INTO few VALUES (1, 'a'), (2, NULL), (3, 'c')");
        execute("CREATE TABLE many (id INTEGER PRIMARY KEY, name TEXT)");
        execute("""
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
                INSERT INTO many SELECT i, CASE WHEN i % 2 = 0 THEN 'x' END FROM n""");
    }

    @Override
    Database database() {
        return Database.of(ConnectionSettings.parse("sqlite:///x.db", folder));
    }

    @Override
    void execute(String sql) throws SQLException {
        try (var connection = database().connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_table_without_row_numbers_has_more_than_was_counted() throws SQLException {
        execute("CREATE TABLE plain (id TEXT PRIMARY KEY) WITHOUT ROWID");
        execute("INSERT INTO plain SELECT id FROM many");

        try (var facts = CatalogFacts.of(database(), 100)) {
            assertThat(facts.rows(org.athanor.engine.schema.TableName.of("PLAIN"))).contains(Amount.moreThan(100));
        }
    }

    @Test
    void a_file_that_is_not_there_has_no_tables() {
        try (var facts = CatalogFacts.of(Database.of(ConnectionSettings.parse("sqlite:///y.db", folder)))) {
            assertThat(facts.has(FEW)).contains(false);
        }
        assertThat(folder.resolve("y.db")).doesNotExist();
    }
}
