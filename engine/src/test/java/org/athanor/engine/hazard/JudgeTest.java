package org.athanor.engine.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Dialect POSTGRESQL = new PostgreSql();
    private static final Dialect SQLITE = new Sqlite();

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1 -- tidy up\r; DROP TABLE keep", "-- old Mac\rDROP TABLE hist",
            "SELECT E'a'\n'\\' '; DROP TABLE keep; --'", "SELECT 1 AS \u00a0$$; DROP TABLE keep; --$$",
            "CREATE TRIGGER begin AFTER INSERT ON t EXECUTE FUNCTION f(); DROP TABLE keep",
            "CREATE FUNCTION f(begin atomic) RETURNS int RETURN 1; DROP TABLE keep",
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS case; END; DROP TABLE keep; END",
            "WITH a AS (SELECT 1E'\\'' , x AS (DELETE FROM t RETURNING 1) SELECT '--') SELECT 1"})
    void nothing_is_hidden_where_only_the_server_sees_it(String sql) {
        assertThat(Judged.step(POSTGRESQL, "", sql)).isNotEmpty()
                .allMatch(hazard -> hazard.severity() == Severity.DESTRUCTIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DROP TABLE t                                       | loses-data t
            drop /* x */ table if exists s.t                   | loses-data s.t
            DROP TABLE a, "B" CASCADE                          | loses-data a, loses-data B
            DROP SCHEMA s CASCADE                              | loses-data
            DROP TYPE mood CASCADE                             | loses-data
            DROP EXTENSION IF EXISTS hstore CASCADE            | loses-data
            DROP OWNED BY somebody                             | loses-data
            DROP DATABASE d                                    | loses-data
            TRUNCATE t                                         | loses-data t
            TRUNCATE TABLE ONLY a, b RESTART IDENTITY CASCADE  | loses-data a, loses-data b
            DELETE FROM t WHERE id = 1                         | loses-data t
            WITH x AS (DELETE FROM ONLY t RETURNING 1) TABLE x | loses-data t
            MERGE INTO t USING n ON true WHEN MATCHED THEN DELETE | loses-data t
            ALTER TABLE t DROP COLUMN c                        | loses-data t.c
            ALTER TABLE t DROP c                               | loses-data t.c
            ALTER TABLE IF EXISTS ONLY t DROP COLUMN c         | loses-data t.c
            ALTER TABLE s.t DROP COLUMN IF EXISTS c CASCADE    | loses-data s.t.c
            ALTER TABLE "Odd" DROP "C"                         | loses-data Odd.C
            ALTER TABLE t ALTER a DROP NOT NULL, DROP COLUMN b | loses-data t.b
            ALTER TABLE t ADD CHECK (f(a, b)), DROP b, DROP c  | validates-at-once t, loses-data t.b, loses-data t.c
            ALTER TABLE t ALTER c TYPE integer USING c::integer | loses-data t.c, rewrites-table t.c
            ALTER TABLE t ALTER COLUMN c SET NOT NULL          | not-null t.c
            ALTER TABLE t ADD c integer NOT NULL               | not-null t.c
            ALTER TABLE t ADD COLUMN c uuid DEFAULT gen_random_uuid() NOT NULL | rewrites-table t.c
            ALTER TABLE t ADD c timestamptz DEFAULT clock_timestamp() | rewrites-table t.c
            ALTER TABLE t ADD c bigserial                      | rewrites-table t.c
            ALTER TABLE t ADD c integer GENERATED ALWAYS AS IDENTITY | rewrites-table t.c
            ALTER TABLE t ADD c integer GENERATED ALWAYS AS (a * 2) STORED | rewrites-table t.c
            ALTER TABLE t ADD c integer REFERENCES s.other (id) | validates-at-once t
            ALTER TABLE t ADD c integer UNIQUE                 | long-lock t
            ALTER TABLE t ADD CONSTRAINT k UNIQUE (a)          | long-lock t
            ALTER TABLE t ADD PRIMARY KEY (a)                  | long-lock t
            ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0)       | validates-at-once t
            ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES u (id) | validates-at-once t
            ALTER TABLE t ADD EXCLUDE USING gist (a WITH &&)   | long-lock t
            ALTER TABLE t SET UNLOGGED                         | rewrites-table t
            ALTER TABLE t SET TABLESPACE fast                  | rewrites-table t
            ALTER TABLE t ATTACH PARTITION p FOR VALUES IN (1) | long-lock p
            CREATE INDEX i ON t (c)                            | index-not-concurrent t
            CREATE UNIQUE INDEX IF NOT EXISTS i ON ONLY s.t (c) | index-not-concurrent s.t
            REINDEX TABLE t                                    | long-lock t
            REINDEX (VERBOSE) INDEX i                          | long-lock
            VACUUM FULL t                                      | rewrites-table t
            VACUUM (FULL, ANALYZE) t                           | rewrites-table t
            CLUSTER t USING i                                  | rewrites-table t
            REFRESH MATERIALIZED VIEW v                        | long-lock v
            LOCK TABLE t IN EXCLUSIVE MODE                     | long-lock t
            DO $$ BEGIN DROP TABLE t; END $$                   | unknown-effect
            CALL tidy_up()                                     | unknown-effect
            SELECT tidy_up()                                   | unknown-effect
            DROP SEQUENCE s                                    | loses-data
            DROP SEQUENCE s CASCADE                            | loses-data, loses-data
            DROP MATERIALIZED VIEW IF EXISTS v                 | loses-data
            DROP ROLE r                                        | loses-data
            DROP SUBSCRIPTION s                                | loses-data
            DROP EXTENSION hstore                              | loses-data
            DROP VIEW v CASCADE                                | loses-data
            DROP FUNCTION f(integer) CASCADE                   | loses-data
            DROP DOMAIN d CASCADE                              | loses-data
            DROP FOREIGN TABLE t                               | loses-data t
            DELETE FROM U&"d\\0061ta"                          | loses-data data
            DROP TABLE U&"d!0061ta" UESCAPE '!'                | loses-data data
            EXPLAIN ANALYZE DELETE FROM t                      | loses-data t
            EXPLAIN (COSTS off, ANALYZE) DELETE FROM t         | loses-data t
            EXPLAIN ANALYZE VERBOSE WITH x AS (DELETE FROM t RETURNING 1) TABLE x | loses-data t
            PREPARE p AS DELETE FROM t                         | loses-data t
            EXECUTE p                                          | unknown-effect
            (WITH x AS (DELETE FROM t RETURNING 1) TABLE x)    | loses-data t
            INSERT INTO a WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x | loses-data t
            WITH x AS (MERGE INTO t USING n ON true WHEN MATCHED THEN DELETE RETURNING 1) TABLE x | loses-data t
            COPY (DELETE FROM t RETURNING *) TO STDOUT         | loses-data t
            COPY t TO '/srv/t.csv'                             | unknown-effect
            COPY t FROM PROGRAM 'rm -r /srv'                   | unknown-effect
            UPDATE t SET c = NULL                              | loses-data t.c
            UPDATE ONLY s.t AS x SET a = 1, "C" = NULL::text WHERE id = 1 | loses-data s.t.C
            UPDATE t SET (a, b) = (1, NULL)                    | loses-data t.b
            UPDATE t SET a = DEFAULT, b = '', d = f.x FROM f   | loses-data t.a, loses-data t.b
            INSERT INTO t VALUES (1) ON CONFLICT (a) DO UPDATE SET b = NULL | loses-data t.b
            MERGE INTO t USING n ON true WHEN MATCHED THEN UPDATE SET b = NULL | loses-data t.b
            ALTER TABLE t ALTER COLUMN c TYPE text USING NULL  | loses-data t.c, rewrites-table t.c
            ALTER TABLE t DETACH PARTITION p CONCURRENTLY      | loses-data p
            ALTER TABLE t NO INHERIT p                         | loses-data t
            ALTER TYPE t DROP ATTRIBUTE a                      | loses-data
            SELECT tidy_up() FROM generate_series(1, 3)        | unknown-effect
            SELECT * FROM s.tidy_up()                          | unknown-effect
            SELECT "Tidy"()                                    | unknown-effect
            SELECT U&"t\\0069dy"()                             | unknown-effect
            SELECT tidy_up() INTO x                            | unknown-effect
            SELECT (r).tidy_up FROM r                          | unknown-effect
            VALUES (tidy_up())                                 | unknown-effect
            CREATE TABLE x AS SELECT tidy_up()                 | unknown-effect
            LOAD 'library'                                     | unknown-effect
            DO LANGUAGE plpython3u $$ wipe() $$                | unknown-effect
            DO 'BEGIN CREATE TYPE x AS ENUM (); END'           | unknown-effect
            """)
    void what_may_do_harm_on_postgresql_is_told(String statement, String hazards) {
        assertThat(Judged.told(Judged.step(POSTGRESQL, "", statement))).containsExactly(hazards.split(", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE t (id integer)", "DROP INDEX i", "DROP VIEW v", "SELECT 'DROP TABLE t'",
            "ALTER TABLE t ADD COLUMN c integer", "ALTER TABLE t ADD c text DEFAULT 'x'::character varying(9) NOT NULL",
            "ALTER TABLE t ADD c timestamptz DEFAULT now()", "ALTER TABLE t ADD c boolean DEFAULT false NOT NULL",
            "ALTER TABLE t DROP CONSTRAINT k", "ALTER TABLE t ALTER COLUMN c DROP NOT NULL",
            "ALTER TABLE t ALTER c DROP DEFAULT", "ALTER TABLE t ALTER c SET DEFAULT gen_random_uuid()",
            "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID", "ALTER TABLE t VALIDATE CONSTRAINT k",
            "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i", "ALTER TABLE t RENAME c TO d",
            "ALTER TABLE t RENAME CONSTRAINT c TO d", "ALTER TABLE t RENAME TO u", "ALTER TABLE t OWNER TO me",
            "ALTER VIEW v ALTER COLUMN c DROP DEFAULT", "ALTER DOMAIN d DROP NOT NULL", "INSERT INTO t VALUES (1)",
            "ALTER SEQUENCE s OWNED BY NONE", "ALTER TABLE s.\"Odd\" DROP CONSTRAINT IF EXISTS k", "DROP TYPE t",
            "CREATE INDEX CONCURRENTLY i ON t (c)", "REINDEX TABLE CONCURRENTLY t", "VACUUM ANALYZE t",
            "REFRESH MATERIALIZED VIEW CONCURRENTLY v", "UPDATE t SET c = 1", "CREATE TEMP TABLE x (a integer)",
            "SELECT setval('s', 1)", "COMMENT ON TABLE t IS 'DELETE'", "DROP FUNCTION f()", "DROP SCHEMA_x",
            "ALTER PUBLICATION p DROP TABLE t", "EXPLAIN DELETE FROM t", "UPDATE t SET c = NULLIF(c, '')",
            "COPY t FROM STDIN", "SELECT a.b FROM a FOR UPDATE", "INSERT INTO t (a) VALUES (NULL)",
            "UPDATE t SET a = b WHERE c = NULL", "CREATE SEQUENCE s", "CREATE MATERIALIZED VIEW v AS SELECT 1",
            "INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING", "UPDATE t SET a = 'NULL', b = now()"})
    void what_does_no_harm_is_quiet(String statement) {
        assertThat(Judged.step(POSTGRESQL, "", statement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            DELETE FROM t                        | loses-data t
            REPLACE INTO t VALUES (1)            | loses-data t
            INSERT OR REPLACE INTO t VALUES (1)  | loses-data t
            UPDATE OR REPLACE t SET a = 1        | loses-data t
            UPDATE t SET a = NULL                | loses-data t.a
            WITH x AS (SELECT 1) DELETE FROM t   | loses-data t
            PRAGMA writable_schema = on          | unknown-effect
            ATTACH 'other.db' AS o               | unknown-effect
            restore from 'other.db'              | unknown-effect
            """)
    void what_may_do_harm_on_sqlite_is_told(String statement, String hazards) {
        assertThat(Judged.told(Judged.step(SQLITE, "", statement))).containsExactly(hazards.split(", "));
    }

    @Test
    void what_cannot_be_read_needs_a_word_in_production() {
        assertThat(Judged.step(POSTGRESQL, "", "SELECT tidy_up()", "CALL tidy_up()", "COPY t TO PROGRAM 'x'",
                "ALTER TABLE t ALTER c TYPE text USING left(c, 1)")).filteredOn(Hazard::isDestructive).hasSize(4);
        assertThat(Judged.step(POSTGRESQL, "", "DO $$ BEGIN CREATE TYPE x AS ENUM (); END $$",
                "ALTER TABLE t ALTER c TYPE integer USING (c::integer)")).noneMatch(Hazard::isDestructive);
    }

    @Test
    void what_the_plan_itself_made_is_no_loss_and_a_function_that_it_made_is_code() {
        assertThat(Judged.step(POSTGRESQL, "", "CREATE SEQUENCE s", "DROP SEQUENCE s",
                "CREATE MATERIALIZED VIEW v AS SELECT 1", "DROP MATERIALIZED VIEW v")).isEmpty();
        assertThat(Judged.told(Judged.step(POSTGRESQL, "",
                "CREATE FUNCTION lower(a text) RETURNS text LANGUAGE sql AS 'DELETE FROM t'", "SELECT lower('A')")))
                .containsExactly("unknown-effect");
    }

    @Test
    void nothing_is_lost_and_nobody_waits_where_the_plan_itself_made_the_table() {
        assertThat(Judged.step(POSTGRESQL, "", "CREATE TABLE t (a integer)", "CREATE INDEX i ON t (a)",
                "ALTER TABLE t ADD b integer NOT NULL", "ALTER TABLE t RENAME TO u", "ALTER TABLE u DROP COLUMN a",
                "DELETE FROM u", "DROP TABLE u")).isEmpty();
    }

    @Test
    void a_column_that_the_plan_added_may_go_again() {
        assertThat(Judged.told(Judged.step(POSTGRESQL, "", "ALTER TABLE t ADD a integer", "ALTER TABLE t RENAME a TO b",
                "ALTER TABLE t DROP b", "ALTER TABLE t RENAME c TO d", "ALTER TABLE t DROP d")))
                .containsExactly("loses-data t.d");
    }

    @Test
    void several_statements_in_one_text_are_judged_one_by_one() {
        assertThat(Judged.told(Judged.step(POSTGRESQL, "", "CREATE TABLE n (a integer); DROP TABLE n; DROP TABLE t;")))
                .containsExactly("loses-data t");
    }

    @Test
    void a_drop_if_exists_of_what_is_not_there_is_none() {
        assertThat(Judged.step(SQLITE, "CREATE TABLE t (a integer)", "DROP TABLE IF EXISTS x")).isEmpty();
        assertThat(Judged.step(SQLITE, "CREATE TABLE t (a integer)", "DROP TABLE IF EXISTS T")).hasSize(1);
    }

    @Test
    void the_old_type_decides_what_a_new_one_loses() {
        var hazards = onTable("ALTER TABLE t ALTER price TYPE numeric(8,1)",
                "ALTER TABLE t ALTER name TYPE varchar(100)",
                "ALTER TABLE t ALTER name TYPE varchar(10)", "ALTER TABLE t ALTER number TYPE bigint");

        assertThat(hazards).extracting(h -> h.kind().code() + " " + h.severity().code() + " " + h.column().orElse(""))
                .startsWith("loses-data destructive price", "rewrites-table warning price")
                .contains("rewrites-table warning number");
        assertThat(hazards.getFirst().message())
                .isEqualTo("price of t goes from NUMERIC(10, 2) to numeric(8,1): what doesn't fit is rounded or cut.");
    }

    @Test
    void a_rebuild_on_sqlite_loses_only_what_it_leaves_out() {
        var hazards = Judged.step(SQLITE, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT)",
                "CREATE TABLE _alembic_tmp_t (id INTEGER PRIMARY KEY, a TEXT)",
                "INSERT INTO _alembic_tmp_t (id, a) SELECT t.id, t.a \nFROM t", "DROP TABLE t",
                "ALTER TABLE _alembic_tmp_t RENAME TO t");

        assertThat(Judged.told(hazards)).containsExactly("loses-data t.b", "rewrites-table t");
    }

    @Test
    void a_rebuild_on_sqlite_that_keeps_everything_loses_nothing() {
        var hazards = Judged.step(SQLITE, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                "CREATE TABLE n (id INTEGER PRIMARY KEY, a TEXT NOT NULL)", "INSERT INTO n SELECT * FROM t",
                "DROP TABLE t", "ALTER TABLE n RENAME TO t", "DROP TABLE t");

        assertThat(Judged.told(hazards)).containsExactly("rewrites-table t", "loses-data t");
    }

    @Test
    void a_cast_on_sqlite_may_lose_values() {
        var hazards = Judged.step(SQLITE, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                "CREATE TABLE n (id INTEGER PRIMARY KEY, a INTEGER)",
                "INSERT INTO n (id, a) SELECT id, CAST(t.a AS INTEGER) FROM t", "DROP TABLE t",
                "ALTER TABLE n RENAME TO t");

        assertThat(Judged.told(hazards)).containsExactly("loses-data t.a", "rewrites-table t");
    }

    @Test
    void a_copy_of_some_rows_is_no_copy() {
        assertThat(Judged.told(Judged.step(SQLITE, "", "CREATE TABLE n (a)",
                "INSERT INTO n SELECT a FROM t WHERE a > 1", "DROP TABLE t"))).containsExactly("loses-data t");
    }

    @Test
    void a_live_step_may_do_anything() {
        var live = new Script.Live(Problem.of(ProblemKind.LIVE, "It asks for the rows", ""), List.of(),
                _ -> Optional.empty());
        var hazards = new Judge(POSTGRESQL, Facts.NONE).hazards(live,
                Evolution.from(Schema.EMPTY, POSTGRESQL.grammar()));

        assertThat(hazards).singleElement().satisfies(h -> {
            assertThat(h.kind()).isEqualTo(Kind.UNKNOWN_EFFECT);
            assertThat(h.isDestructive()).isTrue();
        });
    }

    @Test
    void a_way_back_that_is_missing_or_empty_or_raises_is_told() {
        var create = new Script.Static(List.of(Statement.of("CREATE TABLE t (a integer)")));
        var fill = new Script.Static(List.of(Statement.of("UPDATE t SET a = 1")));
        var nothing = new Script.Static(List.of());
        var missing = new Script.Unreadable(Problem.of(ProblemKind.NO_DOWNGRADE, "a1 has no downgrade", ""));
        var raising = new Script.Unreadable(Problem.of(ProblemKind.BAD_SCRIPT, "It raises NotImplementedError", ""));

        assertThat(WayBack.hazard(create, missing, POSTGRESQL)).map(Hazard::message)
                .contains("This step can't be taken back: it has no downgrade.");
        assertThat(WayBack.hazard(create, raising, POSTGRESQL)).map(Hazard::message)
                .contains("This step can't be taken back: It raises NotImplementedError.");
        assertThat(WayBack.hazard(create, nothing, POSTGRESQL)).map(Hazard::severity).contains(Severity.WARNING);
        assertThat(WayBack.hazard(fill, nothing, POSTGRESQL)).map(Hazard::severity).contains(Severity.NOTE);
        assertThat(WayBack.hazard(nothing, nothing, POSTGRESQL)).isEmpty();
        assertThat(WayBack.hazard(create, fill, POSTGRESQL)).isEmpty();
    }

    private static List<Hazard> onTable(String... statements) {
        var name = TableName.of("t");
        var table = Table.named(name).withColumns(List.of(
                Column.of("price",
                        new SqlType.Exact(SqlType.Exact.Kind.NUMERIC, OptionalInt.of(10), OptionalInt.of(2))),
                Column.of("name", new SqlType.Characters(SqlType.Characters.Kind.VARCHAR, OptionalInt.of(50),
                        Optional.empty())),
                Column.of("number", SqlType.INTEGER)));
        var schema = new Schema(Map.of(name, table), Map.of(), Map.of());
        return List.of(statements).stream().flatMap(statement -> new Judge(POSTGRESQL, Facts.NONE).hazards(
                new Script.Static(List.of(Statement.of(statement))), Evolution.from(schema, POSTGRESQL.grammar()))
                .stream()).toList();
    }
}
