package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.athanor.engine.database.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Profiles from the command line: kept, tried, used, passed on.
class ProfileStoryTest {
    private static final String CANARY = "canary-4711";

    @TempDir
    private Path folder = Path.of("");
    private Shell shell = new Shell(folder);

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void a_saved_profile_serves_every_verb_with_its_care() {
        assertDone(shell.athanor("profile", "add", "shop", "--file", "x.db", "--project", Shell.shop(), "--environment",
                "production", "--group", "Shop"));

        assertDone(shell.athanor("--profile", "shop", "upgrade", "head"));
        assertThat(shell.athanor("current", "--profile", "shop").out()).contains("3aa1a1a61566 (head)");
        assertThat(shell.athanor("status", "--json", "--profile", "shop").json().at("/database").asString())
                .endsWith("x.db");
        var down = shell.athanor("--profile", "shop", "downgrade", "base");
        assertThat(down.exitCode()).isEqualTo(1);
        assertThat(down.err()).contains("This is production");
        assertThat(shell.athanor("--profile", "shop", "journal", "--json").json().toString()).contains("shop");
        assertThat(folder.resolve("x.db")).exists();
    }

    @Test
    void options_make_a_profile_more_careful_and_never_less() {
        assertDone(shell.athanor("profile", "add", "ro", "--file", "x.db", "--project", Shell.shop(), "--read-only"));
        assertDone(shell.athanor("profile", "add", "rw", "--file", "x.db", "--project", Shell.shop(), "--environment",
                "production"));

        assertThat(shell.athanor("--profile", "ro", "upgrade", "head").err()).contains("for reading only");
        assertThat(shell.athanor("--profile", "rw", "--read-only", "upgrade", "head").err())
                .contains("for reading only");
        assertDone(shell.athanor("--profile", "rw", "upgrade", "head"));
        assertThat(shell.athanor("--profile", "rw", "--environment", "local", "downgrade", "base").err())
                .contains("This is production");
    }

    @Test
    void the_url_goes_before_the_profile_and_the_profile_before_the_environment() {
        assertDone(shell.athanor("profile", "add", "shop", "--file", "profile.db", "--project", Shell.shop()));
        shell.with("DATABASE_URL", "sqlite:///variable.db");

        assertThat(database("--profile", "shop", "--url", "sqlite:///url.db")).endsWith("url.db");
        assertThat(database("--profile", "shop")).endsWith("profile.db");
        assertThat(database("-c", Shell.shop())).endsWith("variable.db");
    }

    @Test
    void a_profile_names_the_version_table() {
        assertDone(shell.athanor("profile", "add", "shop", "--file", "x.db", "--project", Shell.shop(),
                "--version-table", "elsewhere"));

        assertThat(shell.athanor("--profile", "shop", "plan", "head").out()).contains("CREATE TABLE elsewhere");
    }

    @Test
    void an_unknown_profile_is_told_with_those_there_are() {
        assertDone(shell.athanor("profile", "add", "shop", "--file", "x.db"));

        var answer = shell.athanor("--profile", "shpo", "heads", "--json");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.json().at("/error/kind").asString()).isEqualTo("no-profile");
        assertThat(answer.err()).contains("There are: shop.");
    }

    @Test
    void profiles_are_listed_shown_duplicated_removed() {
        assertDone(shell.athanor("profile", "add", "shop local", "--file", "x.db", "--group", "Shop"));
        assertDone(shell.athanor("profile", "add", "shop prod", "--host", "db", "--database", "shop", "--user", "me",
                "--environment", "production", "--password-ask", "--ssh", "jump@gate:2222"));
        assertDone(shell.athanor("profile", "duplicate", "shop prod", "standby"));

        assertThat(shell.athanor("profile", "list").out().lines()).containsExactly(
                "shop local  Shop  local                  " + folder.resolve("x.db"),
                "shop prod         production             me@db/shop",
                "standby           production             me@db/shop");
        assertThat(shell.athanor("profile", "list", "prod", "--json").json().at("/profiles").size()).isEqualTo(2);
        assertThat(shell.athanor("profile", "show", "standby", "--json").json().at("/database/ssh").asString())
                .isEqualTo("jump@gate:2222");
        assertThat(shell.athanor("profile", "show", "shop prod").out()).contains("[profile.\"shop prod\"]",
                "ssh_port = 2222");
        assertDone(shell.athanor("profile", "remove", "standby"));
        assertThat(shell.athanor("profile", "list", "--json").json().at("/profiles").size()).isEqualTo(2);
    }

    @Test
    void profiles_are_passed_on_without_passwords() throws IOException {
        addGuarded();
        assertDone(shell.athanor("profile", "export", "-o", "mine.toml"));
        assertThat(Files.readString(folder.resolve("mine.toml"))).doesNotContain(TestPostgres.PASSWORD);

        var other = new Shell(folder).with("XDG_CONFIG_HOME", folder.resolve("other").toString());
        assertDone(other.athanor("profile", "import", "mine.toml"));
        assertThat(other.athanor("profile", "list").out()).contains("guarded");
        assertThat(other.athanor("profile", "test", "guarded").err()).contains("Nobody gave the password");
    }

    @Test
    void alembics_url_becomes_a_profile_and_its_password_goes_into_the_vault() throws IOException {
        Files.createDirectories(folder.resolve("app/migrations/versions"));
        Files.writeString(folder.resolve("app/alembic.ini"), """
                [alembic]
                script_location = migrations
                sqlalchemy.url = postgresql+psycopg2://%s:open%%%%20sesame@localhost:%d/postgres
                """.formatted(TestPostgres.GUARDED, TestPostgres.port()));

        assertDone(shell.with("ATHANOR_VAULT_PASSPHRASE", "x").athanor("profile", "import", "app/alembic.ini"));

        assertThat(shell.athanor("profile", "show", "app").out()).contains("password = \"stored\"")
                .doesNotContain("sesame");
        assertDone(shell.athanor("profile", "test", "app"));
        assertDone(shell.athanor("--profile", "app", "current"));
    }

    @Test
    void a_wrong_password_is_diagnosed_and_the_right_one_works() {
        shell.with("ATHANOR_VAULT_PASSPHRASE", "x");
        addGuarded();
        assertDone(shell.piping(CANARY).athanor("profile", "password", "guarded", "--password-stdin"));

        var wrong = shell.athanor("profile", "test", "guarded", "--json");
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.json().at("/cause").asString()).isEqualTo("wrong-password");
        assertThat(wrong.err()).contains("password is wrong").doesNotContain(CANARY);

        assertDone(shell.piping(TestPostgres.PASSWORD).athanor("profile", "password", "guarded", "--password-stdin"));
        var right = shell.athanor("profile", "test", "guarded", "--json").json();
        assertThat(right.at("/ok").asBoolean()).isTrue();
        assertThat(right.at("/server").asString()).startsWith("PostgreSQL 18");
    }

    @Test
    void who_sits_at_the_terminal_is_asked() {
        var asked = shell.typing(TestPostgres.PASSWORD, "vault", "vault");
        assertDone(asked.athanor("profile", "add", "guarded", "--url", url(), "--project", Shell.shop()));
        assertDone(shell.typing("wrong", "vault").athanor("--profile", "guarded", "current"));
        assertDone(shell.athanor("profile", "password", "guarded", "--password-ask"));
        assertDone(shell.typing(TestPostgres.PASSWORD).athanor("--profile", "guarded", "current"));
    }

    @Test
    void passwords_may_come_from_a_variable_or_a_command() {
        add("variable", "--password-env", "SHOP_PASSWORD");
        add("command", "--password-command", "printf '%s' 'open sesame'");
        add("shell", "--password-shell", "printf 'open sesame\\nmore' | head -1");

        assertThat(shell.athanor("profile", "test", "variable").err()).contains("no variable SHOP_PASSWORD");
        assertDone(shell.with("SHOP_PASSWORD", TestPostgres.PASSWORD).athanor("profile", "test", "variable"));
        assertDone(shell.athanor("profile", "test", "command"));
        assertDone(shell.athanor("profile", "test", "shell"));
    }

    @Test
    void a_password_as_an_argument_is_refused() {
        var answer = shell.athanor("profile", "add", "x", "--url", "postgresql://me:%s@localhost/x".formatted(CANARY));

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err()).contains("others can read arguments").doesNotContain(CANARY);
        assertThat(folder.resolve(".config/athanor/profiles.toml")).doesNotExist();
    }

    @Test
    void a_password_goes_when_the_last_profile_that_needs_it_goes() {
        shell.with("ATHANOR_VAULT_PASSPHRASE", "x");
        addGuarded();
        assertDone(shell.athanor("profile", "duplicate", "guarded", "twin"));
        assertDone(shell.athanor("profile", "remove", "guarded"));
        assertDone(shell.athanor("profile", "test", "twin"));
        assertDone(shell.athanor("profile", "remove", "twin"));
        add("again", "--no-password");
        shell.athanor("profile", "show", "again");
        assertThat(shell.athanor("profile", "test", "again").err()).contains("there is none");
    }

    @Test
    void the_password_is_found_nowhere_on_disk_nor_in_arguments() throws IOException {
        shell.with("ATHANOR_VAULT_PASSPHRASE", "passphrase-" + CANARY);
        assertDone(shell.piping(CANARY).athanor("profile", "add", "one", "--url", TestPostgres.freshDatabase(),
                "--project", Shell.shop(), "--password-stdin"));
        List.of(new String[]{"profile", "list"}, new String[]{"profile", "show", "one", "--json"},
                new String[]{"profile", "test", "one"}, new String[]{"profile", "duplicate", "one", "two"},
                new String[]{"profile", "export", "-o", "export.toml"}, new String[]{"--profile", "one", "current"},
                new String[]{"--profile", "one", "--debug", "upgrade", "head"},
                new String[]{"--profile", "one", "status", "--json"}, new String[]{"--profile", "one", "journal"},
                new String[]{"profile", "remove", "two"}).forEach(arguments -> {
                    var answer = shell.piping(CANARY).athanor(arguments);
                    assertDone(answer);
                    assertThat(answer.out() + answer.err()).doesNotContain(CANARY);
                    assertThat(ProcessHandle.allProcesses().flatMap(p -> p.info().commandLine().stream()))
                            .noneMatch(line -> line.contains(CANARY));
                });

        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(CANARY);
            }
        }
    }

    private String database(String... arguments) {
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("status", "--json"));
        return shell.athanor(all.toArray(String[]::new)).json().at("/database").asString();
    }

    private void addGuarded() {
        shell.with("ATHANOR_VAULT_PASSPHRASE", "x").piping(TestPostgres.PASSWORD);
        add("guarded", "--password-stdin");
    }

    private void add(String name, String... password) {
        var all = new java.util.ArrayList<>(List.of("profile", "add", name, "--url", url(), "--project", Shell.shop()));
        all.addAll(List.of(password));
        assertDone(shell.athanor(all.toArray(String[]::new)));
    }

    private static String url() {
        return "postgresql://%s@localhost:%d/postgres".formatted(TestPostgres.GUARDED, TestPostgres.port());
    }

    private static void assertDone(Shell.Answer answer) {
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
    }
}
