package org.athanor.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.athanor.engine.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way that came to mind to write through a session that only reads, as a superuser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WaysToWriteOnPostgresTest {
    private static final List<String> SETUP = List.of("CREATE TABLE t (id integer PRIMARY KEY, name text)",
            "INSERT INTO t VALUES (1, 'one'), (2, 'two')", "CREATE SEQUENCE s", "CREATE SCHEMA other",
            "CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM t", "CREATE ROLE mouse_%s",
            "CREATE FUNCTION writes() RETURNS integer LANGUAGE sql AS 'INSERT INTO t VALUES (77) RETURNING id'",
            "CREATE FUNCTION \"Writes\"(x integer) RETURNS integer LANGUAGE sql AS 'INSERT INTO t VALUES (x) RETURNING id'",
            """
                    CREATE FUNCTION lies() RETURNS integer LANGUAGE plpgsql IMMUTABLE AS
                    $$ BEGIN PERFORM nextval('s'); EXECUTE 'DELETE FROM t'; RETURN 1; END $$""",
            "CREATE FUNCTION hides() RETURNS integer LANGUAGE sql STABLE AS 'SELECT writes()'",
            "CREATE VIEW sneaky AS SELECT writes() AS id", "CREATE VIEW over_t AS SELECT * FROM t",
            "CREATE PROCEDURE wipes() LANGUAGE sql AS 'DELETE FROM t'",
            "CREATE TABLE log (id integer)",
            "CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log VALUES (1); RETURN NEW; END $$",
            "CREATE TRIGGER noting BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION noted()",
            "SELECT lo_from_bytea(4711, 'abc')",
            "CREATE FUNCTION shouts(t) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_lock(7); RETURN 1; END $$",
            "CREATE FUNCTION locks(integer, integer) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_lock(8); RETURN 1; END $$",
            "CREATE OPERATOR <<>> (FUNCTION = locks, LEFTARG = integer, RIGHTARG = integer)",
            "CREATE AGGREGATE gathers(integer) (SFUNC = locks, STYPE = integer, INITCOND = '0')",
            "CREATE FUNCTION other.count(integer) RETURNS integer LANGUAGE sql AS 'SELECT locks(1, 1)'",
            "CREATE VIEW loud AS SELECT pg_try_advisory_lock(9)", "CREATE VIEW behind AS SELECT * FROM loud",
            "CREATE VIEW operated AS SELECT 1 <<>> 2 AS x",
            "CREATE DOMAIN picky AS integer CHECK (locks(VALUE, 1) > 0)");
    private static final String PRINT = """
            SELECT (SELECT string_agg(t::text, ',' ORDER BY id) FROM t) || (SELECT count(*) FROM log)
                || (SELECT last_value::text || is_called FROM s) || (SELECT n FROM m)
                || (SELECT count(*) || max(relname) FROM pg_class WHERE relnamespace::regnamespace::text !~ '^pg_(toast|temp)')
                || (SELECT count(*) FROM pg_proc) || (SELECT count(*) FROM pg_attribute) || (SELECT count(*) FROM pg_largeobject)
                || (SELECT count(*) FROM pg_namespace WHERE nspname !~ '^pg_') || (SELECT count(*) FROM pg_roles)
                || (SELECT string_agg(rolname || rolsuper::text, ',' ORDER BY rolname) FROM pg_roles)
                || (SELECT count(*) FROM pg_description) || (SELECT count(*) FROM pg_extension) || (SELECT count(*) FROM pg_db_role_setting)
                || (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory')
                || coalesce((SELECT relacl::text FROM pg_class WHERE relname = 't'), '')
                || (SELECT count(*) FROM pg_replication_slots) || (SELECT count(*) FROM pg_prepared_xacts)""";

    @TempDir
    static Path folder;
    private Database database;

    @BeforeAll
    void fill() throws SQLException, IOException {
        database = Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), folder));
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var sql : SETUP) {
                statement.execute(sql.formatted(database.shortName()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT INTO t VALUES (3, 'three')", "UPDATE t SET name = 'x'", "DELETE FROM t",
            "MERGE INTO t USING log ON false WHEN NOT MATCHED THEN INSERT VALUES (4)", "TRUNCATE t", "DROP TABLE t",
            "CREATE TABLE u (id integer)", "CREATE TABLE u AS SELECT * FROM t", "SELECT * INTO u FROM t",
            "ALTER TABLE t ADD c integer", "COMMENT ON TABLE t IS 'x'", "GRANT ALL ON t TO PUBLIC",
            "CREATE INDEX i ON t (name)", "CREATE SCHEMA x", "CREATE ROLE cat",
            "ALTER ROLE postgres SET work_mem = '1MB'",
            "ALTER SYSTEM SET work_mem = '1MB'", "ALTER DATABASE CURRENT SET work_mem = '1MB'",
            "CREATE EXTENSION dblink", "REFRESH MATERIALIZED VIEW m", "REINDEX TABLE t", "CLUSTER t USING t_pkey",
            "VACUUM FULL t", "ANALYZE t", "CHECKPOINT", "LOCK TABLE t",
            // Leaving the transaction, or its mode.
            "COMMIT", "COMMIT; DELETE FROM t", "ROLLBACK; DELETE FROM t", "END; DROP TABLE t",
            "ABORT; BEGIN READ WRITE; DELETE FROM t; COMMIT", "COMMIT AND CHAIN; DELETE FROM t",
            "BEGIN; DELETE FROM t; COMMIT", "START TRANSACTION READ WRITE", "SAVEPOINT x; DELETE FROM t",
            "PREPARE TRANSACTION 'x'", "SELECT 1; DELETE FROM t", ";DELETE FROM t", "SELECT 1;;COMMIT;;DELETE FROM t;",
            "/* reads */ SELECT 1 -- harmless\n; DELETE FROM t", "SELECT $x$ ; $x$; DELETE FROM t",
            "SELECT E'\\'; DELETE FROM t; --'; COMMIT; DELETE FROM t", "SELECT '\\'; DELETE FROM t; COMMIT; --'",
            // Where the server sees a text or comment end, and others might not.
            "SELECT 1 -- a\r; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT",
            "SELECT 1 -- a\r\t; COMMIT; BEGIN READ WRITE; DROP TABLE log", "-- old Mac\rDELETE FROM t",
            "SELECT E'a'\n'\\' '; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; --'",
            "SELECT E'a' -- b\r'\\' '; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; --'",
            "SELECT E{oj '\\'' ; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; --'}",
            "SELECT 1 AS \u00A0$$; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; --$$",
            "SELECT 1 AS \u3000$$; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; --$$",
            "SELECT 1 AS a\uFEFF$$; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; --$$",
            "SELECT $?$ a $$ ; COMMIT; BEGIN READ WRITE; DELETE FROM t; COMMIT; $$",
            "SELECT 1$$a$$; COMMIT; BEGIN READ WRITE; DELETE FROM t", "SELECT 1\0; COMMIT; DELETE FROM t",
            "SELECT U&\"pg!005fadvisory_lock\" UESCAPE E'!' (4)", "SELECT {fn pg_advisory_lock(5)}",
            "SET transaction_read_only = off", "SET TRANSACTION READ WRITE", "SET LOCAL transaction_read_only = off",
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE", "SET default_transaction_read_only = off",
            "SET SESSION default_transaction_read_only TO off; COMMIT; DELETE FROM t",
            "RESET default_transaction_read_only", "RESET ALL", "DISCARD ALL",
            "SELECT set_config('transaction_read_only', 'off', false)",
            "SELECT set_config('default_transaction_read_only', 'off', false)",
            "SELECT pg_catalog.set_config('transaction_read_only', 'off', true)",
            "SELECT \"set_config\"('default_transaction_read_only', 'off', false)",
            "UPDATE pg_settings SET setting = 'off' WHERE name = 'default_transaction_read_only'",
            "SET ROLE postgres", "SET SESSION AUTHORIZATION postgres",
            // Code.
            "DO $$ BEGIN DELETE FROM t; END $$", "DO $$ BEGIN COMMIT; DELETE FROM t; END $$", "CALL wipes()",
            "SELECT writes()", "SELECT \"Writes\"(78)", "SELECT lies()", "SELECT hides()", "SELECT * FROM sneaky",
            "SELECT * FROM writes()", "SELECT id FROM t WHERE writes() > 0", "VALUES (writes())",
            "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'DELETE FROM t'",
            "WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone",
            "WITH new AS (INSERT INTO t VALUES (5) RETURNING *) TABLE new",
            "WITH a AS (UPDATE t SET name = 'x' RETURNING 1) SELECT 1", "EXPLAIN ANALYZE DELETE FROM t",
            "EXPLAIN (ANALYZE) INSERT INTO t VALUES (6)", "EXPLAIN ANALYZE CREATE TABLE u AS SELECT 1",
            "EXPLAIN ANALYZE SELECT writes()", "PREPARE p AS DELETE FROM t", "EXECUTE p",
            "DECLARE c CURSOR WITH HOLD FOR SELECT writes()", "SELECT query_to_xml('DELETE FROM t', true, true, '')",
            "SELECT * FROM t FOR UPDATE", "SELECT * FROM over_t FOR SHARE",
            // Functions by another way than their name before a parenthesis.
            "SELECT U&\"pg\\005fadvisory_lock\"(3)", "SELECT U&\"pg!005fadvisory_lock\" UESCAPE '!' (3)",
            "SELECT t.shouts FROM t", "SELECT (t).shouts FROM t", "SELECT 1 <<>> 2", "SELECT gathers(id) FROM t",
            "SELECT other.count(1)", "SELECT * FROM loud", "SELECT * FROM behind", "SELECT * FROM public.\"behind\"",
            "SELECT 1 OPERATOR(public.<<>>) 2", "SELECT * FROM operated", "SELECT 1::picky", "TABLE loud",
            "SELECT table_to_xml('loud', true, true, '')", "SELECT schema_to_xml('public', true, true, '')",
            "SELECT database_to_xml(true, true, '')",
            // Things beside tables.
            "SELECT nextval('s')", "SELECT setval('s', 99)", "SELECT lo_create(4712)", "SELECT lo_unlink(4711)",
            "SELECT lo_put(4711, 0, 'xyz')", "SELECT lo_from_bytea(0, 'x')",
            "SELECT lowrite(lo_open(4711, 131072), 'y')",
            "SELECT lo_import('/etc/hostname')", "SELECT lo_export(4711, '%s/lo')", "SELECT pg_advisory_lock(1)",
            "SELECT pg_try_advisory_lock(2)", "SELECT pg_create_physical_replication_slot('x')",
            "SELECT pg_notify('x', 'y')", "NOTIFY x", "LISTEN x", "SELECT pg_reload_conf()", "SELECT pg_switch_wal()",
            "SELECT pg_logical_emit_message(false, 'x', 'y')", "SELECT pg_stat_reset()",
            "CREATE TEMP TABLE u (id integer)", "CREATE TEMPORARY SEQUENCE u", "SELECT * INTO TEMP u FROM t",
            // Files, programs and other connections.
            "COPY t TO '%s/copy'", "COPY t FROM '/etc/hostname'", "COPY t TO PROGRAM 'cat > %s/program'",
            "COPY (SELECT 1) TO PROGRAM 'touch %s/program'", "COPY t FROM STDIN", "COPY t FROM PROGRAM 'echo 9'",
            "SELECT dblink_exec('dbname=%s', 'DELETE FROM t')",
            "SELECT * FROM dblink('x', 'DELETE FROM t') AS a(b text)",
            "SELECT pg_file_write('%s/written', 'x', false)", "LOAD 'plpgsql'",
            "IMPORT FOREIGN SCHEMA x FROM SERVER y INTO z",
            "SECURITY LABEL ON TABLE t IS 'x'", "CREATE SUBSCRIPTION x CONNECTION '' PUBLICATION y"})
    void none_of_the_ways_to_write_succeeds(String way) throws SQLException {
        var sql = way.contains("dbname") ? way.formatted(database.shortName()) : way.replace("%s", folder.toString());
        var before = print();

        Attempts.all(database, sql, "INSERT INTO t VALUES (1000)");

        assertThat(print()).isEqualTo(before);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT U&\"pg\\005fadvisory_lock\"(3)", "SELECT t.shouts FROM t",
            "SELECT (t).shouts FROM t",
            "SELECT 1 <<>> 2", "SELECT 1 OPERATOR(public.<<>>) 2", "SELECT gathers(id) FROM t", "SELECT other.count(1)",
            "SELECT * FROM loud", "SELECT * FROM behind", "TABLE loud", "SELECT * FROM operated", "SELECT 1::picky"})
    void whatever_leads_to_a_function_with_effects_is_refused(String way) throws SQLException {
        try (var connection = database.connectForReading(); var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(way)).hasMessageContaining("may do more than read");
        }
    }

    @Test
    void the_simplest_way_to_ask_will_do() throws SQLException {
        var simple = Database
                .of(ConnectionSettings.parse(TestPostgres.freshDatabase() + "?preferQueryMode=simple", folder));

        try (var connection = simple.connectForReading(); var statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT 1, 'a' AS b ORDER BY 1")).isTrue();
            assertThatThrownBy(() -> statement.execute("SELECT 1 -- a\r; COMMIT"))
                    .hasMessageContaining("one statement");
            assertThatThrownBy(() -> statement.execute("SELECT nextval('s')")).hasMessageContaining("more than read");
        }
    }

    @Test
    void a_driver_that_was_told_to_ignore_it_still_only_reads() throws SQLException {
        var url = TestPostgres.freshDatabase();
        var ignoring = Database.of(ConnectionSettings.parse(url, folder), () -> {
            var own = ConnectionSettings.parse(url, folder);
            var properties = own.properties();
            properties.setProperty("readOnlyMode", "ignore");
            return java.sql.DriverManager.getConnection(own.jdbcUrl(), properties);
        });

        try (var connection = ignoring.connectForReading();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW transaction_read_only")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void what_only_reads_is_answered() throws SQLException {
        try (var connection = database.connectForReading(); var statement = connection.createStatement()) {
            for (var sql : List.of("SELECT * FROM t", "(SELECT 1)", "TABLE t;", "VALUES (1)", "SHOW work_mem",
                    "WITH x AS (SELECT 1) SELECT * FROM x", "EXPLAIN ANALYZE SELECT * FROM t",
                    "SELECT 'a; DELETE FROM t'", "SELECT count(*), now(), random() FROM t",
                    "SELECT pg_total_relation_size('t')")) {
                assertThat(statement.execute(sql)).as(sql).isTrue();
            }
            assertThat(connection.isReadOnly()).isTrue();
            try (var row = statement.executeQuery("SHOW default_transaction_read_only")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("on");
            }
        }
    }

    @Test
    void a_connection_that_was_lent_goes_back_as_it_came() throws SQLException {
        try (var own = database.connect()) {
            var lent = Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), folder),
                    () -> Unclosed.of(own));
            lent.connectForReading().close();

            assertThat(own.isReadOnly()).isFalse();
            assertThat(own.getAutoCommit()).isTrue();
            try (var statement = own.createStatement();
                    var row = statement.executeQuery("SHOW default_transaction_read_only")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("off");
            }
        }
    }

    @Test
    void every_changing_verb_is_refused() throws IOException {
        var athanor = ReadOnlyProject.at(folder.resolve("../" + database.shortName()), database);

        ReadOnlyProject.assertThatNothingChanges(athanor);
        assertThat(refused(() -> Athanor.open(athanor.project(), database).under(Policy.USUAL.readOnly())
                .ensureVersionTable()).kind()).isEqualTo(ProblemKind.READ_ONLY);
    }

    private String print() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(PRINT)) {
            row.next();
            return row.getString(1);
        }
    }
}
