package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.graph.Histories.ids;

import java.nio.file.Path;
import java.util.List;

import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.Test;

class RunnerOnPostgresTest extends RunnerContract {
    @Override
    String emptyDatabase(Path folder) {
        return TestPostgres.freshDatabase();
    }

    @Override
    String tableNames() {
        return "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                + " ORDER BY table_name COLLATE \"C\"";
    }

    @Test
    void the_version_table_is_alembic_s() {
        writeLine();
        run(open(), open().planUpgrade("a"));

        assertThat(ask("SELECT pg_get_constraintdef(oid) || ' ' || conname FROM pg_constraint"
                + " WHERE conrelid = 'alembic_version'::regclass AND contype = 'p'"))
                .containsExactly("PRIMARY KEY (version_num) alembic_version_pkc");
        assertThat(ask("SELECT column_name || ' ' || data_type || ' ' || character_maximum_length || ' ' || is_nullable"
                + " FROM information_schema.columns WHERE table_name = 'alembic_version'"))
                .containsExactly("version_num character varying 32 NO");
    }

    @Test
    void an_index_is_made_concurrently_outside_of_a_transaction() {
        write("a", "", "CREATE TABLE a (id integer);\n-- +transaction off\nCREATE INDEX CONCURRENTLY i ON a (id);\n"
                + "-- +transaction on\nINSERT INTO a VALUES (1);");
        var athanor = open();

        assertThat(run(athanor, athanor.planUpgrade("head")).heads()).isEqualTo(ids("a"));
        assertThat(ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass")).containsExactly("t");
        assertThat(athanor.rows()).contains(ids("a"));
    }

    @Test
    void what_stays_of_a_failed_step_is_told() {
        write("a", "", "CREATE TABLE a (id integer);\n-- +transaction off\nCREATE INDEX CONCURRENTLY i ON a (id);\n"
                + "-- +transaction on\nCREATE TABLE gone (id integer);\nINSERT INTO nowhere VALUES (1);");
        var athanor = open();

        assertThat(run(athanor, athanor.planUpgrade("head"))).isInstanceOfSatisfying(RunResult.Failed.class,
                failed -> {
                    assertThat(failed.partly()).containsExactly("CREATE TABLE a (id integer)",
                            "CREATE INDEX CONCURRENTLY i ON a (id)");
                    assertThat(failed.problem().hint()).isEqualTo("In: INSERT INTO nowhere VALUES (1)\n"
                            + "  Some of the step's statements could not be rolled back and stay:\n"
                            + "    CREATE TABLE a (id integer)\n    CREATE INDEX CONCURRENTLY i ON a (id)\n"
                            + "  Undo them by hand, or see that the step can run once more over them (IF NOT EXISTS)."
                            + " Mend the file and run again.");
                });
        assertThat(athanor.rows()).contains(List.of());
        assertThat(tables()).containsExactly("a", "alembic_version");
    }

    @Test
    void a_function_with_dollar_quotes_arrives_whole() {
        write("a", "", "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 42;\nEND;\n$$;");
        var athanor = open();
        run(athanor, athanor.planUpgrade("head"));

        assertThat(ask("SELECT f()")).containsExactly("42");
    }
}
