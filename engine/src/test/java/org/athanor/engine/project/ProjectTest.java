package org.athanor.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.athanor.engine.Refusals.refusal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.compare.Detection;
import org.athanor.engine.compare.IgnoreRule;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.graph.Histories;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.NewFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectTest {
    private static final NewFiles USUAL_FILES = new NewFiles("%(rev)s_%(slug)s", Optional.empty(), 40, "utf-8",
            NewFiles.Format.SQL);

    private final Path folder;

    ProjectTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_short_configuration_has_sensible_defaults() throws IOException {
        var config = open("[athanor]").config();

        assertThat(config).isEqualTo(new ProjectConfig(folder.resolve("athanor.toml"), folder, folder,
                List.of(folder.resolve("versions")), false, Optional.empty(), Optional.of(folder), VersionTable.DEFAULT,
                false,
                USUAL_FILES, List.of(), List.of(notYetThere("versions")), Map.of()));
    }

    @Test
    void every_setting_is_read() throws IOException {
        var config = open("""
                [athanor]
                script_location = "migrations"
                version_locations = ["one", "../two"]
                recursive_version_locations = true
                url = "postgresql://${USER_NAME}@localhost/${DB}"
                version_table = "applied"
                version_table_schema = "meta"
                [athanor.target]
                schema = "schema.sql"
                ignore = ["table spatial_*: made by PostGIS"]
                compare_type = false
                """, Map.of("USER_NAME", "ada", "DB", "shop$1")).config();

        assertThat(config).isEqualTo(new ProjectConfig(folder.resolve("athanor.toml"), folder,
                folder.resolve("migrations"), List.of(folder.resolve("one"), folder.resolveSibling("two")), true,
                Optional.of("postgresql://ada@localhost/shop$1"),
                Optional.of(folder), new VersionTable("applied", Optional.of("meta"), true), false, USUAL_FILES,
                List.of(),
                List.of(),
                Map.of("script_location", 2, "version_locations", 3, "recursive_version_locations", 4, "url", 5,
                        "version_table", 6, "version_table_schema", 7),
                new TargetSettings(Optional.of(folder.resolve("schema.sql")), Optional.empty(), Optional.empty(),
                        List.of(new IgnoreRule("table", "spatial_*", "made by PostGIS")),
                        new Detection(false, true, true))));
    }

    @Test
    void a_target_that_can_not_be_understood_is_told() {
        assertThat(problems("[athanor]\n[athanor.target]\nshema = \"x\"\nignore = [\"all of it\"]\n")).hasSize(2)
                .anySatisfy(p -> assertThat(p).startsWith("athanor.toml:3 bad-config: 'shema' is not a setting"))
                .anySatisfy(p -> assertThat(p).startsWith("athanor.toml:4 bad-config: 'all of it' is not a rule"));
    }

    @Test
    void bad_toml_is_told_with_its_line() {
        assertThat(problems("[athanor]\nurl = \n")).singleElement().asString()
                .startsWith("athanor.toml:2 bad-config: ");
    }

    @Test
    void a_file_without_the_section_is_told() {
        assertThat(problems("[alembic]\n")).containsExactly("athanor.toml bad-config: There is no [athanor] section");
        assertThat(problems("athanor = 1\n")).containsExactly("athanor.toml bad-config: There is no [athanor] section");
    }

    @Test
    void a_section_is_chosen_in_ini_files_only() throws IOException {
        var file = Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Project.open(file, "prod", Map.of(), HeaderCache.off()))
                .withMessageContaining("Only an .ini file has sections");
    }

    @Test
    void an_unknown_setting_is_told_with_its_line() {
        assertThat(problems("[athanor]\n\nscript_loction = \".\"\n"))
                .containsExactly("athanor.toml:3 bad-config: 'script_loction' is not a setting");
    }

    @Test
    void wrong_types_are_all_told() {
        assertThat(problems("""
                [athanor]
                script_location = 1
                version_locations = 1
                recursive_version_locations = "yes"
                url = ["a"]
                version_table = true
                """)).containsExactlyInAnyOrder("athanor.toml:2 bad-config: 'script_location' must be a text",
                "athanor.toml:3 bad-config: 'version_locations' must be a list of texts",
                "athanor.toml:4 bad-config: 'recursive_version_locations' must be true or false",
                "athanor.toml:5 bad-config: 'url' must be a text",
                "athanor.toml:6 bad-config: 'version_table' must be a text");
    }

    @Test
    void a_variable_that_the_environment_lacks_matters_when_somebody_connects() throws IOException {
        var url = open("[athanor]\nurl = \"sqlite:///${NO_SUCH}.db\"\n").config().url().orElseThrow();

        assertThatThrownBy(() -> ConnectionSettings.parse(url, folder)).isInstanceOf(Refusal.class)
                .hasMessageContaining("The environment has no variable NO_SUCH");
    }

    @Test
    void a_missing_configuration_is_told() {
        assertThat(refusal(() -> Project.open(folder.resolve("athanor.toml"), Map.of())))
                .isEqualTo("no-project: There is no such file");
        assertThat(refusal(() -> Project.open(folder, Map.of())))
                .isEqualTo(
                        "no-project: There is no athanor.toml, alembic.ini or pyproject.toml with [tool.alembic] in %s or above it"
                                .formatted(folder));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[ tool . alembic ] | true", "[tool.\"alembic\"] | true",
            "[tool]~alembic.script_location = 'm' | true", "[tool]~alembic = {script_location = 'm'} | true",
            "[tool.alembic]~x = | true", "# see [tool.alembic] above | false",
            "[project]~dependencies = ['alembic'] | false"})
    void a_python_project_counts_where_it_speaks_of_alembic(String lines, boolean counts) throws IOException {
        Files.writeString(folder.resolve("pyproject.toml"), lines.replace('~', '\n'));

        assertThat(ConfigFinder.in(folder).isPresent()).isEqualTo(counts);
    }

    @Test
    void the_nearest_configuration_above_is_found() throws IOException {
        var config = Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        var below = Files.createDirectories(folder.resolve("one/two"));

        assertThat(ConfigFinder.nearest(below)).isEqualTo(config);
        assertThat(ConfigFinder.in(below)).isEmpty();
    }

    @Test
    void a_missing_folder_of_revisions_is_an_empty_history() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");

        var project = Project.open(folder.resolve("athanor.toml"), Map.of());

        assertThat(project.problems()).isEmpty();
        assertThat(project.graph().isEmpty()).isTrue();
        assertThat(project.config().notes()).containsExactly(notYetThere("versions"));
    }

    private Problem notYetThere(String name) {
        return Problem.at(folder.resolve(name), 0, ProblemKind.MISSING_FOLDER,
                "There is no such folder yet: nothing is read from it",
                "`athanor revision` makes it. Is the path right?");
    }

    @Test
    void a_folder_s_own_files_come_before_those_of_its_subfolders() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nrecursive_version_locations = true\n");
        for (var name : List.of("z", "a/x", "a/b/y", "a-b/w", "a/c", "__pycache__/q", "a.sql/v")) {
            write("versions/" + name + ".sql", "-- revision: %s\n-- down_revision:\n"
                    .formatted(name.replaceAll("[^a-z]", "_")));
        }

        assertThat(Project.open(folder.resolve("athanor.toml"), Map.of()).graph().revisions())
                .extracting(r -> r.id().value()).containsExactly("z", "a_c", "a_x", "a_b_y", "a_b_w", "a_sql_v");
    }

    @Test
    void a_file_counts_once_by_whatever_path_it_is_reached() throws IOException {
        write("versions/a.sql", "-- revision: a\n-- down_revision:\n");
        Files.createSymbolicLink(folder.resolve("versions/link.sql"), folder.resolve("versions/a.sql"));
        Files.createSymbolicLink(folder.resolve("v2"), folder.resolve("versions"));
        Files.createDirectories(folder.resolve("versions/q.py"));
        Files.writeString(folder.resolve("athanor.toml"),
                "[athanor]\nversion_locations = [\"versions\", \"./versions\", \"v2\"]\n");

        var project = Project.open(folder.resolve("athanor.toml"), Map.of());

        assertThat(project.problems()).isEmpty();
        assertThat(project.graph().revisions()).hasSize(1);
    }

    @Test
    void what_is_missing_may_be_in_the_file_that_can_not_be_read() throws IOException {
        write("versions/a.sql", "-- revision:\n-- down_revision:\n");
        write("versions/b.sql", "-- revision: b\n-- down_revision: a\n");
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");

        assertThat(Project.open(folder.resolve("athanor.toml"), Map.of()).problems()).last()
                .extracting(Problem::hint).asString().startsWith("It may be in one of the files that can't be read");
    }

    @Test
    void a_file_in_the_place_of_a_folder_is_told_as_one() throws IOException {
        Files.writeString(folder.resolve("versions"), "");
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");

        assertThat(told(Project.open(folder.resolve("athanor.toml"), Map.of()).problems()))
                .containsExactly("versions missing-folder: This is a file, and a folder of revisions is wanted here");
    }

    @Test
    void a_package_is_looked_for_where_python_would_look() throws IOException {
        Files.createDirectories(folder.resolve("lib/py/app/mig/versions"));
        var ini = Files.writeString(folder.resolve("alembic.ini"),
                "[alembic]\nscript_location = app:mig\nprepend_sys_path = lib/py\n");

        assertThat(Project.open(ini, Map.of()).config().scriptLocation()).isEqualTo(folder.resolve("lib/py/app/mig"));

        Files.writeString(ini, "[alembic]\nscript_location = other:mig\n");
        assertThat(refusal(() -> Project.open(ini, Map.of())))
                .contains("There is no folder 'mig' of a package 'other' in " + folder);
    }

    @Test
    void a_section_without_its_closing_bracket_is_told() throws IOException {
        var ini = Files.writeString(folder.resolve("alembic.ini"), "[alembic\nscript_location = x\n");

        assertThat(refusal(() -> Project.open(ini, Map.of()))).contains("'[alembic' lacks its closing bracket");
    }

    @Test
    void settings_of_new_files_are_looked_at_before_there_is_one() throws IOException {
        Files.createDirectories(folder.resolve("mig/versions"));
        var ini = Files.writeString(folder.resolve("alembic.ini"), """
                [alembic]
                script_location = mig
                timezone = Nowhere/X
                output_encoding = klingon
                revision_environment = yes
                [post_write_hooks]
                hooks = black
                """);
        var project = Project.open(ini, Map.of());

        assertThat(told(project.faultsOfNewFiles())).containsExactly(
                "alembic.ini:3 bad-config: There is no timezone 'Nowhere/X'",
                "alembic.ini:4 bad-config: There is no encoding 'klingon'",
                "mig/script.py.mako bad-template: There is no template for new files",
                "alembic.ini bad-config: The hook 'black' doesn't say of which type it is");
        assertThat(told(project.config().notes())).containsExactly("alembic.ini:5 not-supported: "
                + "revision_environment is not followed: env.py is not run for a new revision");
        assertThat(project.problems()).isEmpty();
    }

    @Test
    void each_configuration_names_the_url_in_its_own_way() throws IOException {
        var ini = Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = mig\n");

        assertThat(Project.open(ini, Map.of()).config().urlSetting()).isEqualTo("sqlalchemy.url = …");
        assertThat(open("[athanor]\n").config().urlSetting()).isEqualTo("url = \"…\"");
    }

    @Test
    void a_script_location_that_is_not_there_is_told() throws IOException {
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nscript_location = \"none\"\n");

        var project = Project.open(folder.resolve("athanor.toml"), Map.of());

        assertThat(told(project.problems())).containsExactly("none/versions missing-folder: There is no such folder");
        assertThat(project.graph().isEmpty()).isTrue();
    }

    @Test
    void revisions_are_loaded_by_file_name_in_the_order_of_their_locations() throws IOException {
        write("two/b.sql", "-- revision: late\n-- down_revision: c\n");
        write("one/c.sql", "-- revision: c\n-- down_revision: a\n");
        write("one/a.sql", "-- revision: a\n-- down_revision:\n");
        write("one/deep/d.sql", "-- revision: d\n-- down_revision: late\n");
        write("one/README.md", "no revision");

        assertThat(loaded("version_locations = [\"one\", \"two\"]")).isEqualTo("a c late");
        assertThat(loaded("version_locations = [\"one\", \"two\"]\nrecursive_version_locations = true"))
                .isEqualTo("a c d late");
    }

    @Test
    void a_file_that_is_not_text_is_a_problem_and_the_others_are_read() throws IOException {
        write("versions/a.sql", "-- revision: a\n-- down_revision:\n");
        Files.write(folder.resolve("versions/b.sql"), "-- revision: bé\n".getBytes(StandardCharsets.ISO_8859_1));

        var project = open("[athanor]\n");

        assertThat(told(project.problems()))
                .containsExactly("versions/b.sql unreadable-file: The file is not UTF-8 text");
        assertThat(Histories.names(project.graph().revisions())).isEqualTo("a");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_pipe_and_a_huge_file_are_problems_and_nobody_waits_for_them() throws Exception {
        write("versions/a.sql", "-- revision: a\n-- down_revision:\n");
        new ProcessBuilder("mkfifo", folder.resolve("versions/pipe.py").toString()).start().waitFor();
        try (var huge = new RandomAccessFile(folder.resolve("versions/huge.py").toFile(), "rw")) {
            huge.setLength(3L << 30);
        }

        var project = open("[athanor]\n");

        assertThat(told(project.problems())).containsExactlyInAnyOrder(
                "versions/huge.py unreadable-file: The file has 3072 MB, which no revision has",
                "versions/pipe.py unreadable-file: This is no ordinary file but a pipe, socket or device");
        assertThat(Histories.names(project.graph().revisions())).isEqualTo("a");
    }

    @Test
    void a_project_is_called_after_its_folder() throws IOException {
        assertThat(open("[athanor]").name()).isEqualTo(folder.getFileName().toString());
    }

    private String loaded(String settings) throws IOException {
        return Histories.names(open("[athanor]\n" + settings + "\n").graph().revisions());
    }

    private Project open(String config) throws IOException {
        return open(config, Map.of());
    }

    private Project open(String config, Map<String, String> environment) throws IOException {
        return Project.open(Files.writeString(folder.resolve("athanor.toml"), config), environment);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private List<String> problems(String config) {
        return told(assertThatExceptionOfType(Refusal.class).isThrownBy(() -> open(config)).actual().problems());
    }

    private List<String> told(List<Problem> problems) {
        return problems.stream().map(p -> p.place().orElseThrow().toString().replace(folder + "/", "") + " "
                + p.kind().code() + ": " + p.message()).toList();
    }
}
