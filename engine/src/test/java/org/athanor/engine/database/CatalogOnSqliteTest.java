package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.sqlite.TableText;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogOnSqliteTest {
    private static final Constraint.Timing UNSAID = Constraint.Timing.UNSAID;
    private final Dialect dialect = Dialects.of(Product.SQLITE);
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_definition_is_read_with_all_that_pragmas_do_not_tell() throws SQLException {
        run("""
                CREATE TABLE IF NOT EXISTS "T" ( -- a comment, with a comma
                    id INTEGER CONSTRAINT pk PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT,
                    [a b] VARCHAR(50) NOT NULL ON CONFLICT IGNORE DEFAULT 'x, y' COLLATE NOCASE,
                    `c` NUMERIC(10, 2) DEFAULT -1.5 CONSTRAINT positive CHECK (`c` > 0 /* ) */),
                    d DOUBLE PRECISION, e, f BLOB DEFAULT x'00ff', g UNSIGNED BIG INT DEFAULT (1 + 2),
                    h TEXT AS (upper("a b")) STORED UNIQUE, i DATETIME DEFAULT CURRENT_TIMESTAMP NULL,
                    j INTEGER REFERENCES parent ON DELETE SET NULL ON UPDATE NO ACTION MATCH FULL NOT DEFERRABLE,
                    CONSTRAINT "both" UNIQUE ("a b", c) ON CONFLICT ROLLBACK,
                    CHECK (d <> ')')
                    CONSTRAINT fk FOREIGN KEY (d, e) REFERENCES other (x, y) DEFERRABLE INITIALLY DEFERRED
                )""", "CREATE TABLE parent (p1 INTEGER, p2 TEXT, PRIMARY KEY (p1)) WITHOUT ROWID, STRICT");
        var table = table("T");
        assertThat(table.columns()).extracting(Column::name).containsExactly("id", "a b", "c", "d", "e", "f", "g", "h",
                "i", "j");
        assertThat(table.column("a b").orElseThrow()).isEqualTo(new Column("a b",
                new SqlType.Characters(SqlType.Characters.Kind.VARCHAR, OptionalInt.of(50), Optional.of("NOCASE")),
                false, written("'x, y'"), Column.Counting.IF_ALONE, Optional.empty(),
                Map.of("sqlite_on_conflict_not_null", "IGNORE")));
        assertThat(table.columns()).extracting(Column::filling).containsExactly(Filling.NONE, written("'x, y'"),
                written("-1.5"), Filling.NONE, Filling.NONE, written("x'00ff'"), written("(1 + 2)"),
                new Filling.Computed(SqlExpression.written("upper(\"a b\")"), Optional.of(true)),
                written("CURRENT_TIMESTAMP"), Filling.NONE);
        assertThat(table.column("d").orElseThrow().type()).isEqualTo(new SqlType.Written("DOUBLE PRECISION"));
        assertThat(table.column("g").orElseThrow().type()).isEqualTo(new SqlType.Written("UNSIGNED BIG INT"));
        assertThat(table.constraints()).containsExactly(
                new Constraint.PrimaryKey(name("pk"), List.of("id"), UNSAID, conflict("REPLACE")),
                new Constraint.Check(name("positive"), SqlExpression.written("`c` > 0"), Optional.empty(),
                        UNSAID, Map.of()),
                new Constraint.Unique(Optional.empty(), List.of("h"), UNSAID, Map.of()),
                new Constraint.ForeignKey(Optional.empty(), List.of("j"), TableName.of("parent"), List.of("p1"),
                        Optional.of("SET NULL"), Optional.empty(), Optional.of("FULL"),
                        new Constraint.Timing(Optional.of(false), Optional.empty()), Map.of()),
                new Constraint.Unique(name("both"), List.of("a b", "c"), UNSAID, conflict("ROLLBACK")),
                new Constraint.Check(Optional.empty(), SqlExpression.written("d <> ')'"), Optional.empty(), UNSAID,
                        Map.of()),
                new Constraint.ForeignKey(name("fk"), List.of("d", "e"), TableName.of("other"), List.of("x", "y"),
                        Optional.empty(), Optional.empty(), Optional.empty(),
                        new Constraint.Timing(Optional.of(true), Optional.of("DEFERRED")), Map.of()));
        assertThat(table.settings()).isEqualTo(Map.of("sqlite_autoincrement", new Setting.Flag(true)));
        assertThat(table("parent").settings()).isEqualTo(
                Map.of("sqlite_with_rowid", new Setting.Flag(false), "sqlite_strict", new Setting.Flag(true)));
    }

    @Test
    void indexes_are_read_with_orders_expressions_and_conditions() throws SQLException {
        run("CREATE TABLE t (a TEXT, b TEXT UNIQUE)", "CREATE UNIQUE INDEX one ON t (a, \"b\")",
                "CREATE INDEX two ON t (lower(a), b COLLATE NOCASE DESC) WHERE a IS NOT NULL");
        assertThat(table("t").indexes()).containsExactly(
                new Index(Name.written("one"), List.of(column("a"), column("b")), true, Map.of()),
                new Index(Name.written("two"), List.of(expression("lower(a)"), expression("b COLLATE NOCASE DESC")),
                        false, Map.of("sqlite_where", new Setting.Sql(SqlExpression.written("a IS NOT NULL")))));
    }

    @Test
    void views_and_triggers_are_kept_as_texts() throws SQLException {
        run("CREATE TABLE t (a TEXT)", "CREATE VIEW v AS SELECT a FROM t",
                "CREATE TRIGGER tr AFTER DELETE ON t BEGIN SELECT 1; END");
        var schema = Catalog.read(connection, dialect);
        assertThat(schema.tables().keySet()).containsExactly(TableName.of("t"));
        assertThat(schema.definitions().keySet()).containsExactly(TableName.of("v"), TableName.of("tr"));
        assertThat(schema.definitions().get(TableName.of("tr"))).isNotNull()
                .satisfies(trigger -> assertThat(trigger.table()).contains(TableName.of("t")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE VIRTUAL TABLE t USING fts5 (a)", "CREATE TABLE t (a INTEGER, PRIMARY KEY (a DESC))",
            "CREATE TABLE t (a INTEGER PRIMARY KEY DESC)", "CREATE TABLE t (a TEXT, UNIQUE (a COLLATE NOCASE))"})
    void what_a_table_cannot_hold_is_marked(String sql) throws SQLException {
        run(sql);
        assertThat(table("t").settings()).containsKey(TableText.NOT_MODELLED);
    }

    @Test
    void a_column_added_later_is_there() throws SQLException {
        run("CREATE TABLE t (a TEXT)", "ALTER TABLE t ADD COLUMN b INTEGER DEFAULT 3 CHECK (b > 1)",
                "ALTER TABLE t RENAME TO u", "ALTER TABLE u RENAME COLUMN a TO \"x y\"");
        assertThat(table("u").columns()).extracting(Column::name).containsExactly("x y", "b");
        assertThat(table("u").constraints()).hasSize(1);
    }

    /// However many tables there are, two questions are asked.
    @Test
    void many_tables_are_read_at_once() throws SQLException {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 2000; i++) {
            texts.add("CREATE TABLE t%d (id INTEGER PRIMARY KEY, a TEXT REFERENCES t0)".formatted(i));
        }
        connection.setAutoCommit(false);
        run(texts.toArray(new String[0]));
        long start = System.nanoTime();
        assertThat(Catalog.read(connection, dialect).tables()).hasSize(2000);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(5000);
    }

    private Table table(String name) throws SQLException {
        return Catalog.read(connection, dialect).table(TableName.of(name)).orElseThrow();
    }

    private static Filling written(String sql) {
        return new Filling.Default(SqlExpression.written(sql));
    }

    private static Optional<Name> name(String text) {
        return Optional.of(Name.written(text));
    }

    private static Map<String, Setting> conflict(String action) {
        return Map.of("sqlite_on_conflict", new Setting.Text(action));
    }

    private static Index.Element column(String name) {
        return new Index.Element.OfColumn(name);
    }

    private static Index.Element expression(String sql) {
        return new Index.Element.OfExpression(SqlExpression.written(sql));
    }

    private void run(String... statements) throws SQLException {
        for (var text : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(text);
            }
        }
    }
}
