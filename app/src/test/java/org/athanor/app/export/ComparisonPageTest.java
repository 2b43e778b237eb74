package org.athanor.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.IgnoreRule;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPageTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_page_shows_both_sides_the_script_and_what_was_left_out() throws Exception {
        var page = page();

        assertThat(page).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains(
                "<title>From this &amp; that to 1 &lt; 2</title>",
                "3 differences: + 1 to add, - 1 to remove, ~ 1 to change.",
                "<b>~</b> change column tea.price", "type INTEGER → BIGINT", "<pre>- type       INTEGER</pre>",
                "<pre>+ type       BIGINT</pre>", "CREATE TABLE", "<h2>Ignored</h2>",
                "- table old_tea: it&#39;s &lt;kept&gt;");
    }

    @Test
    void nothing_in_the_page_is_taken_for_markup_or_comes_from_elsewhere() throws Exception {
        assertThat(page()).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script")
                .doesNotContain("http").doesNotContain(folder.toString());
    }

    @Test
    void the_same_comparison_makes_the_same_bytes() throws Exception {
        assertThat(page()).isEqualTo(page());
    }

    @Test
    void equal_schemas_are_said_to_be_equal() throws Exception {
        var comparison = Comparison.between(database("CREATE TABLE a (id integer)").schema(),
                database("CREATE TABLE a (id INT)").schema(), database().database().dialect(), List.of());

        assertThat(ComparisonPage.html(comparison, "a.db", "b.db")).contains("No difference between a.db and b.db.")
                .doesNotContain("<details").doesNotContain("The way there");
    }

    private String page() throws Exception {
        var actual = database("CREATE TABLE tea (id integer PRIMARY KEY, price integer)",
                "CREATE TABLE \"<script>alert(1)</script>\" (id integer)", "CREATE TABLE old_tea (id integer)");
        var wanted = database("CREATE TABLE tea (id integer PRIMARY KEY, price bigint)",
                "CREATE TABLE \"a\"\"b & c\" (id integer, more text, still_more numeric)");
        return ComparisonPage.html(Comparison.between(actual.schema(), wanted.schema(), actual.database().dialect(),
                List.of(new IgnoreRule("table", "old_*", "it's <kept>"))), "this & that", "1 < 2");
    }

    private record Made(Database database) {
        org.athanor.engine.schema.Schema schema() {
            return Catalog.readWhole(database);
        }
    }

    private Made database(String... statements) throws Exception {
        var url = "jdbc:sqlite:" + Files.createTempFile(folder, "made", ".db");
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
        return new Made(Database.of(ConnectionSettings.parse(url, folder)));
    }
}
