package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

import org.athanor.engine.hazard.Amount;
import org.athanor.engine.schema.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsOnPostgresTest extends FactsContract {
    private final Database database = Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));

    @BeforeEach
    void fill() throws SQLException {
        execute("CREATE TABLE few (id integer PRIMARY KEY, name text)");
        execute("INSERT INTO few VALUES (1, 'a'), (2, NULL), (3, 'c')");
        execute("CREATE TABLE many (id integer PRIMARY KEY, name text)");
        execute("INSERT INTO many SELECT i, CASE WHEN i % 2 = 0 THEN 'x' END FROM generate_series(1, 1000) AS i");
    }

    @Override
    Database database() {
        return database;
    }

    @Override
    void execute(String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void names_are_found_in_their_schemas_and_in_the_path() throws SQLException {
        execute("CREATE SCHEMA \"Other\"");
        execute("CREATE TABLE \"Other\".\"Odd name\" (\"a\"\"b\" integer)");
        execute("INSERT INTO \"Other\".\"Odd name\" VALUES (1)");
        var odd = new TableName(Optional.of("Other"), "Odd name");

        try (var facts = CatalogFacts.of(database)) {
            assertThat(facts.values(odd, "a\"b")).contains(Amount.exactly(1));
            assertThat(facts.tablesIn("Other").orElseThrow()).containsExactly(odd);
            assertThat(facts.rows(new TableName(Optional.of("public"), "few"))).contains(Amount.exactly(3));
            assertThat(facts.has(TableName.of("Odd name"))).contains(false);
            assertThat(facts.bytes(FEW).orElseThrow()).isPositive();
        }
    }

    @Test
    void a_partitioned_table_has_the_rows_of_its_partitions() throws SQLException {
        execute("CREATE TABLE parts (id integer) PARTITION BY RANGE (id)");
        execute("CREATE TABLE part PARTITION OF parts FOR VALUES FROM (0) TO (5000)");
        execute("INSERT INTO parts SELECT generate_series(1, 2000)");
        execute("ANALYZE");

        try (var facts = CatalogFacts.of(database, 100)) {
            assertThat(facts.rows(TableName.of("parts"))).contains(Amount.about(2000));
            assertThat(facts.bytes(TableName.of("parts")).orElseThrow()).isGreaterThan(8192);
        }
    }

    @Test
    void a_table_that_somebody_has_locked_is_not_waited_for() throws SQLException {
        try (var other = database.connect(); var lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE few IN ACCESS EXCLUSIVE MODE");

            try (var facts = CatalogFacts.of(database)) {
                assertThat(facts.rows(FEW)).isEmpty();
                assertThat(facts.rows(MANY)).contains(Amount.exactly(1000));
            }
            other.rollback();
        }
    }

    @Test
    void a_server_that_does_not_answer_is_asked_once() {
        var nobody = Database.of(ConnectionSettings.parse("postgresql://x@localhost:1/x", Path.of("")));

        try (var facts = CatalogFacts.of(nobody)) {
            assertThat(facts.has(FEW)).isEmpty();
            assertThat(facts.rows(FEW)).isEmpty();
        }
    }
}
