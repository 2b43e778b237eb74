package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `revision --autogenerate` as somebody types it: what is written, what is asked, and what is refused with nothing written.
class AutogenerateStoryTest {
    private static final String PERSON = "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);";

    @TempDir
    Path folder;
    private Shell shell;

    @BeforeEach
    void openProject() throws IOException {
        shell = new Shell(folder);
        assertThat(shell.athanor("init", "migrations").exitCode()).isZero();
        setting("\n[athanor.target]\nschema = \"schema.sql\"\n");
        target(PERSON);
    }

    @Test
    void the_way_there_and_back_is_written_and_a_second_one_has_nothing_to_do() throws Exception {
        var first = generate("-m", "People", "--rev-id", "aaaa1");
        assertThat(first.exitCode()).isZero();
        assertThat(first.out()).contains("+ table person", "aaaa1_people.sql ...  done");
        assertThat(file("aaaa1_people.sql")).containsSubsequence("-- +upgrade", "CREATE TABLE person", "-- +downgrade",
                "DROP TABLE person");

        var pending = generate("-m", "Too early");
        assertThat(pending.exitCode()).isEqualTo(1);
        assertThat(pending.err()).contains("Target database is not up to date", "athanor upgrade head");

        assertThat(shell.athanor("upgrade", "head").exitCode()).isZero();
        var again = generate("-m", "Again");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("No changes in schema detected");
        assertThat(generate("-m", "Again", "--json").json().at("/revisions").size()).isZero();
        assertThat(shell.athanor("check").exitCode()).isZero();
        assertThat(files()).containsExactly("aaaa1_people.sql");
    }

    @Test
    void a_view_is_told_with_its_numbers() throws Exception {
        target(PERSON + "CREATE VIEW known AS SELECT name FROM person WHERE id < 1000.25;");

        assertThat(generate("-m", "People").out()).contains("where id < 1000.25");
    }

    @Test
    void json_has_the_revision_and_what_differed() throws Exception {
        var json = generate("-m", "People", "--rev-id", "aaaa1", "--json").json();

        assertThat(json.at("/revisions/0/revision").asString()).isEqualTo("aaaa1");
        assertThat(json.at("/comparison/differences/0/kind").asString()).isEqualTo("table");
        assertThat(json.at("/comparison/differences/0/name").asString()).isEqualTo("person");
    }

    @Test
    void a_rename_is_asked_for_and_answered() throws Exception {
        people();
        target("CREATE TABLE person (id INTEGER PRIMARY KEY, title TEXT);");

        var asked = generate("-m", "Title");
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.err()).contains("Column person.name may be called title now",
                "--rename person.name=title", "--no-rename");
        assertThat(files()).hasSize(1);
        assertThat(generate("-m", "Title", "--json").json().at("/error/kind").asString())
                .isEqualTo("rename-unanswered");

        assertThat(generate("-m", "Title", "--rename", "person.name=title", "--rev-id", "bbbb1").exitCode()).isZero();
        assertThat(file("bbbb1_title.sql")).contains("RENAME COLUMN name TO title").doesNotContain("DROP COLUMN");
    }

    @Test
    void what_has_no_other_name_goes_and_is_new() throws Exception {
        people();
        target("CREATE TABLE person (id INTEGER PRIMARY KEY, title TEXT);");

        assertThat(generate("-m", "Title", "--no-rename", "--rev-id", "bbbb1").exitCode()).isZero();
        assertThat(file("bbbb1_title.sql")).contains("(id) SELECT person.id").doesNotContain("RENAME COLUMN",
                "title) SELECT");
    }

    @Test
    void another_schema_and_another_head_may_be_named() throws Exception {
        people();
        Files.writeString(folder.resolve("other.sql"), PERSON + "CREATE TABLE pet (id INTEGER PRIMARY KEY);");

        var pet = generate("-m", "Pet", "--to", "other.sql", "--rev-id", "bbbb1", "--head", "aaaa1");
        assertThat(pet.exitCode()).isZero();
        assertThat(file("bbbb1_pet.sql")).contains("-- down_revision: aaaa1", "CREATE TABLE pet");
        assertThat(shell.athanor("upgrade", "head").exitCode()).isZero();
        assertThat(generate("-m", "x", "--to", "base").err()).contains("has no table at all");
    }

    @Test
    void what_a_rule_ignores_is_told_and_left_alone() throws Exception {
        people();
        send("CREATE TABLE spatial_ref (id INTEGER PRIMARY KEY)");
        setting("ignore = [\"table spatial_*: made by PostGIS\"]\n");

        var none = generate("-m", "Nothing");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).contains("No changes in schema detected");
        assertThat(none.err()).contains("spatial_ref", "made by PostGIS");
        assertThat(files()).hasSize(1);
    }

    @Test
    void types_that_nobody_asks_for_stay() throws Exception {
        people();
        target("CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(9));");
        assertThat(shell.athanor("check").exitCode()).isEqualTo(1);
        setting("compare_type = false\n");

        assertThat(generate("-m", "Nothing").out()).contains("No changes in schema detected");
        assertThat(shell.athanor("check").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CREATE TABEL x (a); | schema.sql:1", "-- nothing | has no table at all",
            "CREATE TABLE other (x REAL); | all would be dropped"})
    void a_target_that_can_not_be_meant_writes_nothing(String text, String message) throws Exception {
        people();
        target(text);
        var refused = generate("-m", "No");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(message);
        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--rename person.none=title | is no rename here",
            "--rename nonsense | nonsense", "--to nowhere.sql | nowhere.sql", "--to postgresql://h/d | database of",
            "--template create-table | both say what the revision does", "--head nobody | nobody",
            "--rev-id aaaa1 | aaaa1"})
    void an_option_that_does_not_fit_writes_nothing(String line, String message) throws Exception {
        people();
        target(PERSON + "CREATE TABLE pet (id INTEGER PRIMARY KEY);");
        var all = new ArrayList<>(List.of("-m", "No"));
        all.addAll(List.of(line.split(" ")));
        var refused = generate(all.toArray(String[]::new));
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains(message).doesNotContain("Exception");
        assertThat(files()).hasSize(1);
    }

    @Test
    void without_a_target_it_is_said_how_to_name_one() throws Exception {
        Files.writeString(folder.resolve("athanor.toml"),
                Files.readString(folder.resolve("athanor.toml")).replaceFirst("(?s)\\[athanor.target\\].*", ""));
        var refused = generate("-m", "No");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("[athanor.target]");
        assertThat(shell.athanor("revision", "-m", "No", "--no-rename").err()).contains("belong to --autogenerate");
        assertThat(files()).isEmpty();
    }

    private Shell.Answer generate(String... arguments) {
        var all = new ArrayList<>(List.of("revision", "--autogenerate"));
        all.addAll(List.of(arguments));
        return shell.athanor(all.toArray(String[]::new));
    }

    /// A table of people, by a first revision that is applied.
    private void people() throws IOException {
        assertThat(generate("-m", "People", "--rev-id", "aaaa1").exitCode()).isZero();
        assertThat(shell.athanor("upgrade", "head").exitCode()).isZero();
    }

    private void target(String sql) throws IOException {
        Files.writeString(folder.resolve("schema.sql"), sql);
    }

    private void setting(String lines) throws IOException {
        var config = folder.resolve("athanor.toml");
        Files.writeString(config, Files.readString(config) + lines);
    }

    private String file(String name) throws IOException {
        return Files.readString(folder.resolve("migrations/versions").resolve(name));
    }

    private List<String> files() throws IOException {
        var versions = folder.resolve("migrations/versions");
        if (Files.notExists(versions)) {
            return List.of();
        }
        try (var all = Files.list(versions)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void send(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("local.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
