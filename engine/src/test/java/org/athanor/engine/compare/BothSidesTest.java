package org.athanor.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BothSidesTest {
    @TempDir
    Path folder;

    @Test
    void aspects_of_a_column_stand_beside_each_other() throws Exception {
        assertThat(lines("CREATE TABLE t (a INTEGER DEFAULT 1)", "CREATE TABLE t (a BIGINT DEFAULT 1)"))
                .containsExactly(
                        "type       INTEGER | type       BIGINT", "nullable   NULL | nullable   NULL",
                        "default    1 | default    1");
    }

    @Test
    void a_table_that_is_missing_has_its_statement_on_one_side() throws Exception {
        assertThat(lines("SELECT 1", "CREATE TABLE t (a INTEGER)").toList().getFirst())
                .isEqualTo(" | CREATE TABLE t (");
    }

    @Test
    void lines_of_a_view_that_are_the_same_stay_beside_each_other() throws Exception {
        assertThat(lines("CREATE VIEW v AS\nSELECT 1\nAS a", "CREATE VIEW v AS\nSELECT 2,\n3\nAS a")).containsExactly(
                "CREATE VIEW v AS | CREATE VIEW v AS", "SELECT 1 | SELECT 2,", " | 3", "AS a | AS a");
    }

    @Test
    void constraints_and_indexes_are_told_by_name_and_definition() throws Exception {
        assertThat(lines("CREATE TABLE t (a INTEGER, CONSTRAINT c CHECK (a > 1)); CREATE INDEX i ON t (a)",
                "CREATE TABLE t (a INTEGER, CONSTRAINT c CHECK (a > 2)); CREATE UNIQUE INDEX i ON t (a)"))
                .containsExactly("CONSTRAINT c | CONSTRAINT c", "CHECK (a > 1) | CHECK (a > 2)", "INDEX i | INDEX i",
                        "(a) | UNIQUE (a)");
    }

    private Stream<String> lines(String actual, String wanted) throws Exception {
        var left = database(actual);
        var comparison = Comparison.between(schema(left), schema(database(wanted)), left.dialect(), List.of());
        return comparison.differences().stream().flatMap(d -> BothSides.of(comparison, d).rows().stream())
                .map(row -> row.actual().orElse("") + " | " + row.wanted().orElse(""));
    }

    private static Schema schema(Database database) {
        return Catalog.readWhole(database);
    }

    private Database database(String sql) throws Exception {
        var url = "jdbc:sqlite:" + Files.createTempFile(folder, "made", ".db");
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            for (var each : sql.split(";", -1)) {
                statement.execute(each);
            }
        }
        return Database.of(ConnectionSettings.parse(url, folder));
    }
}
