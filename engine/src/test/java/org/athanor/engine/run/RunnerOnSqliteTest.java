package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class RunnerOnSqliteTest extends RunnerContract {
    @Override
    String emptyDatabase(Path folder) {
        return "sqlite:///shop.db";
    }

    @Override
    String tableNames() {
        return "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
                + " ORDER BY name";
    }

    @Override
    void assertNothingThere() {
        assertThat(folder().resolve("shop.db")).doesNotExist();
    }

    @Test
    void the_version_table_is_alembic_s_to_the_letter() {
        writeLine();
        run(open(), open().planUpgrade("a"));

        assertThat(ask("SELECT sql FROM sqlite_master WHERE name = 'alembic_version'")).containsExactly("""
                CREATE TABLE alembic_version (
                    version_num VARCHAR(32) NOT NULL,\s
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                )""");
    }

    @Test
    void vacuum_runs_outside_of_a_transaction() {
        write("a", "", "CREATE TABLE a (id integer);\n-- +transaction off\nVACUUM;");
        var athanor = open();

        assertThat(run(athanor, athanor.planUpgrade("head")).heads()).isEqualTo(ids("a"));
        assertThat(athanor.rows()).contains(ids("a"));
    }

    @Test
    void what_was_committed_before_a_statement_of_its_own_is_told_when_that_fails() {
        write("a", "", "CREATE TABLE a (id integer);\n-- +transaction off\nSELECT * FROM nowhere;");

        assertThat(run(open(), open().planUpgrade("head"))).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> assertThat(failed.partly()).endsWith("CREATE TABLE a (id integer)"));
        assertThat(tables()).contains("a");
    }
}
