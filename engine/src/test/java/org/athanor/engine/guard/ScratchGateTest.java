package org.athanor.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchGateTest {
    @ParameterizedTest
    @ValueSource(strings = {"CREATE ROLE r", "create user u password 'x'", "ALTER ROLE r LOGIN", "DROP ROLE r",
            "ALTER SYSTEM SET work_mem = '1MB'", "CREATE DATABASE d", "DROP DATABASE d", "ALTER DATABASE d OWNER TO r",
            "CREATE TABLESPACE t LOCATION '/x'", "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
            "SELECT dblink_exec('x', 'DELETE FROM t')", "SELECT public.dblink('x', 'y')",
            "SELECT U&\"dblink\\005fexec\"('x', 'y')", "COPY t TO '/x'", "COPY t FROM PROGRAM 'x'",
            "SELECT lo_export(1, '/x')", "SELECT pg_terminate_backend(1)", "SELECT 1; CREATE ROLE r",
            "GRANT a TO b", "REVOKE a FROM b", "GRANT CONNECT ON DATABASE d TO r", "DROP OWNED BY r",
            "REASSIGN OWNED BY a TO b", "COMMENT ON ROLE r IS 'x'", "LOAD 'x'",
            "DO $$ BEGIN IF true THEN CREATE ROLE r; END IF; END $$", "DO $$ BEGIN EXECUTE 'CREATE ROLE r'; END $$",
            "DO $$ BEGIN PERFORM dblink_exec('x', 'y'); END $$"})
    void what_reaches_beyond_its_database_on_postgresql_is_not_tried(String sql) {
        assertThat(new ScratchGate(new PostgreSql()).objection(sql)).as(sql).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE role (id integer)", "CREATE USER MAPPING FOR CURRENT_USER SERVER s",
            "GRANT SELECT ON t TO r", "CREATE SCHEMA s", "SELECT 'CREATE ROLE r'", "COPY t FROM STDIN", "DROP TABLE t",
            "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'SELECT pg_terminate_backend(1)'",
            "COMMENT ON TABLE t IS 'x'", "ALTER TABLE t ADD COLUMN role text", "CREATE EXTENSION dblink",
            "DO $$ BEGIN CREATE TABLE x (a integer); END $$", "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO r"})
    void what_stays_in_its_database_on_postgresql_is_tried(String sql) {
        assertThat(new ScratchGate(new PostgreSql()).objection(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATTACH 'x.db' AS x", "attach database 'x.db' as x", "VACUUM INTO 'x.db'",
            "SELECT load_extension('x')", "SELECT \"writefile\"('x', 'y')", "backup to x.db", "restore from x.db",
            "PRAGMA temp_store_directory = '/x'"})
    void what_reaches_beyond_its_file_on_sqlite_is_not_tried(String sql) {
        assertThat(new ScratchGate(new Sqlite()).objection(sql)).isPresent();
        assertThat(new ScratchGate(new Sqlite()).objection("VACUUM")).isEmpty();
    }
}
