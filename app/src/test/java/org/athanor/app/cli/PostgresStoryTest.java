package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sample shop on a PostgreSQL server, from the command line.
class PostgresStoryTest {
    private static final String HEAD = "3aa1a1a61566";

    @TempDir
    Path folder;
    private Shell shell;
    private String database;

    @BeforeEach
    void makeDatabase() {
        shell = new Shell(folder);
        database = TestPostgres.freshDatabase();
    }

    @Test
    void the_sample_goes_up_and_down() {
        assertThat(shop("upgrade", "head").exitCode()).isZero();
        assertThat(shop("current").out()).isEqualToIgnoringNewLines(HEAD + " (head)");
        assertThat(shop("downgrade", "-1").exitCode()).isZero();
        assertThat(shop("current").out()).isEqualToIgnoringNewLines("be05683d214d (mergepoint)");
        assertThat(shop("downgrade", "base").exitCode()).isZero();
        assertThat(shop("current").out()).isEmpty();
        assertThat(shop("plan", "head", "--json").json().at("/steps").size()).isEqualTo(15);
    }

    @Test
    void where_the_schema_can_not_be_compared_the_status_is_told_nevertheless() {
        assertThat(shop("upgrade", "9f2580d34104").exitCode()).isZero();

        var answer = shop("--environment", "production", "status", "--drift");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("Current:  9f2580d34104 (1 of 15 applied)").doesNotContain("Drift:");
        assertThat(answer.err()).contains("No scratch database is made on a server that is in production");
    }

    @Test
    void a_wrong_password_is_told_and_never_shown() {
        var url = "postgresql://%s:canary@localhost:%d/postgres".formatted(TestPostgres.GUARDED, TestPostgres.port());

        var answer = shell.athanor("-c", Shell.shop(), "--url", url, "upgrade", "head");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("password authentication failed").doesNotContain("canary")
                .doesNotContain("Exception");
    }

    @Test
    void the_password_may_come_from_the_environment() {
        var url = "postgresql://%s@localhost:%d/postgres".formatted(TestPostgres.GUARDED, TestPostgres.port());

        var answer = shell.with("PGPASSWORD", TestPostgres.PASSWORD).athanor("-c", Shell.shop(), "--url", url,
                "current");

        assertThat(answer.exitCode()).as(answer.err()).isZero();
    }

    private Shell.Answer shop(String... arguments) {
        var all = new ArrayList<String>(List.of("-c", Shell.shop(), "--url", database));
        all.addAll(List.of(arguments));
        return shell.athanor(all.toArray(String[]::new));
    }
}
