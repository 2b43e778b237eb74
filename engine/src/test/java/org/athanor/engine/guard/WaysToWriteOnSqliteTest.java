package org.athanor.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way that came to mind to write through a session that only reads a SQLite file: the file, and the folder around it,
/// stay as they are to the last byte.
class WaysToWriteOnSqliteTest {
    @TempDir
    Path folder;
    private Database database;

    @BeforeEach
    void fill() throws SQLException {
        database = Database.of(ConnectionSettings.parse("sqlite:///x.db", folder));
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var sql : List.of("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)",
                    "INSERT INTO t VALUES (1, 'one')", "CREATE VIEW v AS SELECT * FROM t",
                    "CREATE TRIGGER g INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (50, 'v'); END")) {
                statement.execute(sql);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO t VALUES (2, 'two')", "REPLACE INTO t VALUES (1, 'x')",
            "UPDATE t SET name = 'x'",
            "DELETE FROM t", "DROP TABLE t", "CREATE TABLE u (id)", "CREATE TABLE u AS SELECT * FROM t",
            "CREATE INDEX i ON t (name)", "ALTER TABLE t ADD c", "ALTER TABLE t RENAME TO u",
            "INSERT INTO v VALUES (1, 2)",
            "CREATE VIEW w AS SELECT 1", "CREATE VIRTUAL TABLE f USING fts5(a)", "DROP VIEW v", "DROP TRIGGER g",
            "WITH x AS (SELECT 1) DELETE FROM t", "WITH x AS (SELECT 9) INSERT INTO t SELECT *, 'x' FROM x",
            "WITH x AS (SELECT 9) UPDATE t SET name = 'x'", "INSERT INTO t VALUES (3, 'x') RETURNING id",
            "REINDEX", "ANALYZE", "VACUUM", "VACUUM INTO '%s/copy.db'",
            // Leaving the mode.
            "PRAGMA query_only = off", "PRAGMA query_only(0)", "PRAGMA main.query_only = 0",
            "PRAGMA query_only = off; DELETE FROM t", "SELECT 1; DELETE FROM t", ";DELETE FROM t",
            "SELECT 1 /* ; */ ; PRAGMA query_only = off; DELETE FROM t", "SELECT ';'; DELETE FROM t", "COMMIT",
            "COMMIT; DELETE FROM t", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE; DELETE FROM t; COMMIT", "SAVEPOINT x",
            "RELEASE x", "ROLLBACK", "END; DELETE FROM t",
            // The schema, the file's header and its journal.
            "PRAGMA writable_schema = on", "PRAGMA writable_schema = on; DELETE FROM sqlite_master",
            "UPDATE sqlite_master SET sql = 'x'", "DELETE FROM sqlite_schema", "PRAGMA user_version = 5",
            "PRAGMA user_version(5)", "PRAGMA application_id = 7", "PRAGMA journal_mode = WAL",
            "PRAGMA journal_mode(WAL)",
            "PRAGMA schema_version = 99", "PRAGMA auto_vacuum = FULL", "PRAGMA incremental_vacuum(9)",
            "PRAGMA encoding = 'UTF-16'", "PRAGMA page_size = 8192", "PRAGMA wal_checkpoint(TRUNCATE)",
            "PRAGMA optimize",
            "PRAGMA foreign_keys = on", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA temp_store_directory = '%s/x'",
            // Other files, other databases, code.
            "ATTACH '%s/other.db' AS o", "ATTACH DATABASE '%s/other.db' AS o; CREATE TABLE o.u (id)",
            "ATTACH 'file:%s/x.db?mode=rwc' AS o", "DETACH main", "CREATE TEMP TABLE u (id)",
            "CREATE TEMP TRIGGER h AFTER INSERT ON t BEGIN DELETE FROM t; END", "SELECT load_extension('%s/x')",
            "SELECT writefile('%s/written', 'x')", "SELECT edit('x')", "SELECT fts3_tokenizer('x', x'00')",
            "backup to %s/backup.db", "restore from %s/x.db", "EXPLAIN DELETE FROM t; DELETE FROM t",
            "EXPLAIN QUERY PLAN SELECT 1; DROP TABLE t", ".open x.db"})
    void none_of_the_ways_to_write_succeeds(String way) throws SQLException, IOException {
        var before = print();

        Attempts.all(database, way.replace("%s", folder.toString()), "INSERT INTO t VALUES (1000, 'x')");

        assertThat(print()).isEqualTo(before);
    }

    @Test
    void what_only_reads_is_answered() throws SQLException {
        try (var connection = database.connectForReading(); var statement = connection.createStatement()) {
            for (var sql : List.of("SELECT * FROM t", "VALUES (1)", "PRAGMA table_info(t)", "PRAGMA user_version;",
                    "EXPLAIN SELECT 1", "WITH x AS (SELECT 1) SELECT * FROM x", "SELECT 'a; DELETE FROM t'")) {
                assertThat(statement.execute(sql)).as(sql).isTrue();
            }
        }
    }

    @Test
    void every_changing_verb_is_refused() throws IOException {
        ReadOnlyProject.assertThatNothingChanges(ReadOnlyProject.at(folder.resolve("project"), database));
    }

    @Test
    void what_a_crash_left_half_done_does_not_keep_anybody_from_reading() throws SQLException, IOException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("PRAGMA cache_size = 1");
            statement.execute("PRAGMA cache_spill = 1");
            for (int i = 10; i < 3000; i++) {
                statement.execute("INSERT INTO t VALUES (%d, '%s')".formatted(i, "x".repeat(400)));
            }
            Files.copy(folder.resolve("x.db"), folder.resolve("y.db"));
            Files.copy(folder.resolve("x.db-journal"), folder.resolve("y.db-journal"));
            connection.rollback();
        }
        var crashed = Database.of(ConnectionSettings.parse("sqlite:///y.db", folder));

        try (var connection = crashed.connectForReading();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM t")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
        Attempts.all(crashed, "DELETE FROM t", "DROP TABLE t");
    }

    private String print() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().map(file -> {
                try {
                    return file.getFileName() + " " + HexFormat.of().formatHex(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).collect(Collectors.joining("\n"));
        }
    }
}
