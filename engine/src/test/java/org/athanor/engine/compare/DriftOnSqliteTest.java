package org.athanor.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What may differ in a SQLite file: each is found, named right, and mended; and other ways of writing are no difference.
class DriftOnSqliteTest {
    static final List<String> SHOP = List.of(
            "CREATE TABLE parent (id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT COLLATE NOCASE)",
            """
                    CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INT REFERENCES parent (id), total DECIMAL(10, 2)
                    DEFAULT 0 NOT NULL, note TEXT, twice INT GENERATED ALWAYS AS (id * 2) VIRTUAL,
                    CONSTRAINT uq UNIQUE (note), CONSTRAINT ck CHECK (total > 0), CHECK (id < 100))""",
            "CREATE INDEX ix ON child (note) WHERE total > 5", "CREATE VIEW v AS SELECT id, note FROM child",
            "CREATE TRIGGER t AFTER INSERT ON child BEGIN UPDATE parent SET code = 'x'; END");

    /// What the child's definition says otherwise, and what is told of it, seen from the drifted database.
    static final String[][] TABLES = {{"INT REFERENCES parent (id)", "BIGINT REFERENCES parent (id)",
            "~ column child.parent_id type"}, {"DEFAULT 0", "DEFAULT 1", "~ column child.total default"},
            {"DEFAULT 0 NOT NULL", "DEFAULT 0", "~ column child.total nullable"},
            {"note TEXT", "note TEXT COLLATE NOCASE", "~ column child.note collation"},
            {"(id * 2)", "(id * 3)", "~ column child.twice computed"},
            {"parent (id)", "parent (id) ON DELETE CASCADE", "~ foreign key child"},
            {"CONSTRAINT uq UNIQUE (note)", "CONSTRAINT uq UNIQUE (note, id)", "~ unique child.uq definition"},
            {"total > 0", "total >= 0", "~ check child.ck definition"}, {", CHECK (id < 100)", "", "+ check child"},
            {"note TEXT", "note TEXT, more TEXT", "- column child.more"},
            {"INTEGER PRIMARY KEY", "INTEGER PRIMARY KEY AUTOINCREMENT", "~ table child options"}};
    static final String[][] STATEMENTS = {{"DROP INDEX ix", "+ index child.ix"},
            {"CREATE INDEX iy ON child (total)", "- index child.iy"}, {"DROP VIEW v", "+ view v"},
            {"DROP TRIGGER t", "+ trigger t on child"}, {"CREATE TABLE extra (a)", "- table extra"},
            {"ALTER TABLE parent ADD b INT", "- column parent.b"}};

    @TempDir
    Path folder;

    @Test
    void each_kind_of_drift_is_found_named_and_mended() throws Exception {
        for (var kind : TABLES) {
            var drifted = fresh(SHOP.get(1).replace(kind[0], kind[1]), "drifted");
            check(drifted, kind[2], kind[1]);
        }
        for (var kind : STATEMENTS) {
            var drifted = fresh(SHOP.get(1), "drifted");
            run(drifted, kind[0]);
            check(drifted, kind[1], kind[0]);
        }
    }

    @Test
    void other_ways_of_writing_are_no_difference() throws Exception {
        var plain = fresh(SHOP.get(1), "plain");
        var other = fresh(SHOP.get(1).replace("total > 0", "( \"total\">0 )").replace("DEFAULT 0", "default (0)")
                .replace("DECIMAL(10, 2)", "decimal( 10,2 )").replace("CHECK (id", "check -- why\n(ID"), "other");
        assertThat(compare(read(plain), read(other)).differences()).isEmpty();
    }

    private void check(Database drifted, String told, String what) throws Exception {
        var wanted = read(fresh(SHOP.get(1), "wanted"));
        var before = read(drifted);
        var comparison = compare(before, wanted);
        assertThat(comparison.differences().stream().map(DriftOnPostgresTest::told)).as(what)
                .first().asString().startsWith(told);
        mend(drifted, Remedy.of(comparison), what);
        assertThat(compare(read(drifted), wanted).differences()).as("mended: " + what).isEmpty();
        mend(drifted, Remedy.back(comparison), what);
        assertThat(compare(read(drifted), before).differences()).as("taken back: " + what).isEmpty();
    }

    private Database fresh(String child, String name) throws Exception {
        Files.deleteIfExists(folder.resolve(name));
        var database = Database.of(ConnectionSettings.parse("sqlite:///" + name, folder));
        for (var sql : SHOP) {
            run(database, sql.startsWith("CREATE TABLE child") ? child : sql);
        }
        return database;
    }

    private static void mend(Database database, Remedy remedy, String what) throws Exception {
        assertThat(remedy.unmended()).as(what).isEmpty();
        for (var statement : remedy.statements()) {
            run(database, statement.text());
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (var connection = database.connect()) {
            ComparisonContract.execute(connection, sql, "run");
        }
    }

    private static Schema read(Database database) {
        return Catalog.readWhole(database);
    }

    private static Comparison compare(Schema actual, Schema wanted) {
        return Comparison.between(actual, wanted, org.athanor.engine.database.Dialects.of(
                org.athanor.engine.dialect.Product.SQLITE), List.of());
    }
}
