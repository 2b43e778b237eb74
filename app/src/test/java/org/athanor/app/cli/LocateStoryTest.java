package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the command line says of a database that nobody knows the revision of, and of ways back.
class LocateStoryTest {
    private static final String HEAD = "3aa1a1a61566";

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void a_database_without_its_version_table_is_located_and_stamped() throws Exception {
        shell.shop("upgrade", "head");
        execute("DROP TABLE alembic_version", "CREATE TABLE newsletter (id integer)");

        assertThat(shell.shop("status").err()).contains("The database has 8 tables all the same. `athanor locate`");
        var located = shell.shop("locate");

        assertThat(located.exitCode()).isZero();
        assertThat(located.out()).contains("is at " + HEAD + "  Create the unpaid invoice view.",
                "To write that down: athanor stamp " + HEAD);
        assertThat(located.err()).contains("No revision makes these, so they weren't looked at: table newsletter.");
        var stamped = shell.shop("stamp", HEAD);
        assertThat(stamped.exitCode()).isZero();
        assertThat(stamped.err()).contains("No revision makes these, and they don't matter here: table newsletter.");
        assertThat(shell.shop("locate").out()).contains("(as its version table says)")
                .doesNotContain("To write that down");
    }

    @Test
    void an_empty_database_needs_no_looking() throws Exception {
        assertThat(shell.shop("status").err()).contains("no such file yet").doesNotContain("athanor locate");
        execute("CREATE TABLE newsletter (id integer)", "DROP TABLE newsletter");
        assertThat(shell.shop("status").err()).isEmpty();
    }

    @Test
    void a_tie_is_said() throws Exception {
        shell.shop("upgrade", "be05683d214d");
        execute("UPDATE alembic_version SET version_num = 'lost'");

        assertThat(shell.shop("locate").out()).contains("the schema is the same at all of them",
                "  8bbf842fb093 + 9662309d2f0c", "  be05683d214d  Merge billing into the main line",
                "athanor stamp --purge 8bbf842fb093 9662309d2f0c", "athanor stamp --purge be05683d214d");
    }

    @Test
    void a_changed_database_is_told_with_the_nearest_places() throws Exception {
        shell.shop("upgrade", "head");
        execute("DROP TABLE alembic_version", "DROP INDEX payment_invoice_idx");

        var located = shell.shop("locate");
        assertThat(located.exitCode()).isEqualTo(1);
        assertThat(located.out()).containsSubsequence("No revision makes the very schema", HEAD, ": 1 difference",
                "+ index payment.payment_invoice_idx");

        var json = shell.shop("locate", "--json").json();
        assertThat(json.at("/exact").asBoolean()).isFalse();
        assertThat(json.at("/matches/0/places/0/revisions/0").asString()).isEqualTo(HEAD);
        assertThat(json.at("/matches/0/places/0/stamp").asString()).isEqualTo("athanor stamp " + HEAD);
        assertThat(json.at("/matches/0/differences/0/name").asString()).isEqualTo("payment_invoice_idx");
        assertThat(shell.shop("stamp", "head").err()).contains("missing: index payment.payment_invoice_idx");
    }

    @Test
    void a_row_of_another_folder_goes_with_the_stamp_that_is_told() throws Exception {
        shell.shop("upgrade", "head");
        execute("UPDATE alembic_version SET version_num = 'elsewhere'", "DROP INDEX payment_invoice_idx");

        assertThat(shell.shop("check", "--to", "head").err())
                .contains("`athanor locate` looks for the revision by the schema");
        assertThat(shell.shop("locate").out()).contains("athanor stamp --purge TARGET --force --reason");
        assertThat(shell.shop("stamp", "--purge", "head", "--force", "--reason", "known").exitCode()).isZero();
    }

    @Test
    void a_round_trip_names_the_downgrade_that_leaves_traces() throws Exception {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        Files.writeString(folder.resolve("versions/a.sql"), """
                -- revision: a
                -- down_revision:

                -- +upgrade
                CREATE TABLE person (id integer);
                CREATE TABLE pet (id integer);
                -- +downgrade
                DROP TABLE person;
                """);

        var trip = shell.athanor("--url", "sqlite:///y.db", "check", "--round-trip");

        assertThat(trip.exitCode()).isEqualTo(1);
        assertThat(trip.out()).contains("versions/a.sql:8: its downgrade leaves traces", "  - table pet",
                "0 of 1 revision came back to the same schema; 1 fault; 0 can't be undone.");
        var json = shell.athanor("--url", "sqlite:///y.db", "check", "--round-trip", "--json").json();
        assertThat(json.at("/steps/0/outcome").asString()).isEqualTo("traces");
        assertThat(json.at("/steps/0/differences/0/name").asString()).isEqualTo("pet");
        assertThat(folder.resolve("y.db")).doesNotExist();
        assertThat(shell.shop("check", "--round-trip").out()).contains("15 of 15 revisions came back");
        assertThat(shell.shop("check", "--round-trip", "--to", "x.sql").exitCode()).isEqualTo(1);
    }

    private void execute(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("x.db"));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
