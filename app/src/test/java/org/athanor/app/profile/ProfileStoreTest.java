package org.athanor.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of profiles: what is written is read back, and nothing that somebody wrote by hand is lost.
class ProfileStoreTest {
    @TempDir
    private Path folder = Path.of("");
    private Path file = Path.of("");
    private ProfileStore store = new ProfileStore(file);

    @BeforeEach
    void makeStore() {
        file = folder.resolve("athanor").resolve("profiles.toml");
        store = new ProfileStore(file);
    }

    @Test
    void a_profile_with_everything_is_read_as_it_was_written() throws IOException {
        var ssh = new SshAccess("bastion", 2222, "jump", Optional.of(folder.resolve("key")), false,
                Optional.of(folder.resolve("known")), new PasswordSource.Asked());
        var tls = new Tls(Tls.Mode.VERIFY_FULL, Optional.of(folder.resolve("root.pem")),
                Optional.of(folder.resolve("me.pem")), Optional.of(folder.resolve("me.key")));
        var server = new DatabasePlace.Server("db.example.org", 6000, "the \"shop\"", "me", Optional.of("sales"), tls,
                Optional.of(ssh), new PasswordSource.Command(List.of("pass", "show", "a b\\c")),
                Map.of("targetServerType", "primary"));
        var profile = new Profile("shop, ünïcode.prod", Optional.of("Shop"), Environment.PRODUCTION, Access.READ_ONLY,
                Optional.of(folder.resolve("alembic.ini")), "tenants", Optional.of("versions"), server,
                new Limits(Optional.of(Duration.ofSeconds(3)), Optional.of(Duration.ofMillis(1500)),
                        Optional.of(Duration.ZERO)));

        store.add(profile);

        assertThat(store.load().all()).containsExactly(profile);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void every_source_of_passwords_is_read_as_it_was_written() {
        var sources = List.of(new PasswordSource.Stored(), new PasswordSource.Asked(), new PasswordSource.Elsewhere(),
                new PasswordSource.Variable("SHOP"), new PasswordSource.Command(List.of("op", "read")),
                new PasswordSource.Shell("cat x | head -1"));
        for (int i = 0; i < sources.size(); i++) {
            store.add(server("p" + i).with(server("p" + i).server().orElseThrow().with(sources.get(i))));
        }

        assertThat(store.load().all().stream().map(profile -> profile.server().orElseThrow().password()).toList())
                .isEqualTo(sources);
    }

    @Test
    void comments_between_profiles_and_the_order_stay() throws IOException {
        write("""
                # mine
                [profile.a]
                file = "/a.db"
                # within a

                # above b
                [profile.b]
                file = "/b.db" # the second

                # above c
                [profile.c]
                file = "/c.db"
                # the end
                """);

        store.replace("b", sqlite("b").named("bb"));

        assertThat(store.load().all()).extracting(Profile::name).containsExactly("a", "bb", "c");
        assertThat(Files.readString(file)).contains("# mine\n[profile.a]")
                .contains("# within a\n\n# above b\n[profile.bb]")
                .contains("# above c\n[profile.c]").endsWith("# the end\n").doesNotContain("the second");
        store.remove("bb");
        assertThat(Files.readString(file)).contains("# above b\n# above c\n[profile.c]");
    }

    @Test
    void what_is_not_understood_is_refused_with_its_line_and_nothing_is_written() throws IOException {
        var text = """
                [profile.a]
                hots = "localhost"
                database = "x"
                environment = "prod"
                port = 99999
                """;
        write(text);

        var problems = problems(() -> store.add(sqlite("b")));

        assertThat(problems).extracting(Problem::message).contains("Profile a: 'hots' is not a setting",
                "Profile a: 'user' is missing", "Profile a: 99999 is not a port");
        assertThat(problems.getFirst().place().orElseThrow()).isEqualTo(new Problem.Place(file, 2));
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void a_password_in_the_file_is_refused_and_not_repeated() throws IOException {
        write("[profile.a]\ndatabase = \"x\"\nuser = \"me\"\npassword = \"canary\"\n");
        assertThat(problems(store::load).toString()).contains("password").doesNotContain("canary");

        write("[profile.a]\npassword = canary\n");
        assertThat(problems(store::load).getFirst().place().orElseThrow().line()).isEqualTo(2);
        assertThat(problems(store::load).toString()).doesNotContain("canary");

        write("[profile.a]\ndatabase = \"x\"\nuser = \"me\"\noptions = { sslpassword = \"canary\" }\n");
        assertThat(problems(store::load).toString()).contains("sslpassword").doesNotContain("canary");
    }

    @Test
    void a_form_that_cannot_be_edited_line_by_line_is_left_alone() throws IOException {
        var text = "profile = { a = { file = \"/a.db\" }, b = { file = \"/b.db\" } }\n";
        write(text);

        assertThat(store.load().all()).hasSize(2);
        assertThat(problems(() -> store.remove("a"))).isNotEmpty();
        assertThat(Files.readString(file)).isEqualTo(text);
    }

    @Test
    void many_who_write_at_once_lose_nothing() {
        IntStream.range(0, 12).parallel().forEach(i -> new ProfileStore(file).add(sqlite("p" + i)));

        assertThat(store.load().all()).hasSize(12);
    }

    @Test
    void a_name_is_given_once() {
        store.add(sqlite("a"));
        store.add(sqlite("b"));

        assertThat(problems(() -> store.add(sqlite("a"))).getFirst().message()).contains("already");
        assertThat(problems(() -> store.replace("a", sqlite("b"))).getFirst().message()).contains("already");
        assertThat(problems(() -> store.remove("c")).getFirst().hint()).contains("a, b");
    }

    @Test
    void profiles_are_found_by_words() {
        var profiles = new Profiles(List.of(sqlite("shop local"), server("shop prod"), server("bank")));

        assertThat(profiles.search("SHOP local")).extracting(Profile::name).containsExactly("shop local");
        assertThat(profiles.search("staging example")).extracting(Profile::name).containsExactly("shop prod", "bank");
    }

    private static Profile sqlite(String name) {
        return new Profile(name, Optional.empty(), Environment.LOCAL, Access.FULL, Optional.empty(), "alembic",
                Optional.empty(), new DatabasePlace.SqliteFile(Path.of("/x.db")), Limits.USUAL);
    }

    private static Profile server(String name) {
        return new Profile(name, Optional.empty(), Environment.STAGING, Access.FULL, Optional.empty(), "alembic",
                Optional.empty(), new DatabasePlace.Server("db.example.org", 5432, "shop", "me", Optional.empty(),
                        Tls.USUAL, Optional.empty(), new PasswordSource.Stored(), Map.of()),
                Limits.USUAL);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(folder.resolve("athanor"));
        Files.writeString(file, text);
    }

    private static List<Problem> problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        return catchThrowableOfType(Refusal.class, deed).problems();
    }
}
