package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two schemas compared from the command line.
class DiffStoryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_comparison_is_written_as_a_page_and_still_told() throws Exception {
        var shell = new Shell(folder);
        shell.shop("upgrade", "head");
        send("x.db", "ALTER TABLE customer ADD nickname text");

        var answer = shell.shop("diff", "--html", "page.html");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("- column customer.nickname  TEXT NULL");
        assertThat(answer.err()).contains("Written: " + folder.resolve("page.html"));
        var page = Files.readString(folder.resolve("page.html"));
        assertThat(page).contains("remove column customer.nickname", "DROP TABLE customer;");
        shell.shop("diff", "--html", "again.html");
        assertThat(folder.resolve("again.html")).hasContent(page);
    }

    @Test
    void a_page_that_cannot_be_written_is_told() {
        var shell = new Shell(folder);
        shell.shop("upgrade", "head");

        var answer = shell.shop("diff", "--html", "nowhere/page.html");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("The file can't be written").contains("nowhere");
    }

    @Test
    void a_saved_profile_is_one_of_the_sides() throws Exception {
        var shell = new Shell(folder);
        shell.shop("upgrade", "head");
        assertThat(shell.athanor("profile", "add", "other", "--file", folder.resolve("other.db").toString(),
                "--project", Shell.shop()).exitCode()).isZero();
        assertThat(shell.athanor("--profile", "other", "upgrade", "head").exitCode()).isZero();
        send("other.db", "ALTER TABLE customer ADD nickname text");

        assertThat(shell.shop("diff", "--from", "database", "--to", "profile:other").out())
                .contains("+ column customer.nickname  TEXT NULL");
        assertThat(shell.shop("diff", "--to", "profile:nobody").err()).contains("nobody");
    }

    private void send(String file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
