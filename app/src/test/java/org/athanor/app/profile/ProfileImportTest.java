package org.athanor.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;

/// URLs in the forms that people have them in.
class ProfileImportTest {
    private static final Path FOLDER = Path.of("/project");

    @Test
    void sqlalchemys_form_is_taken_apart_and_the_password_kept_apart() {
        var found = read(
                "postgresql+psycopg2://me:p%40ss@db.example.org:6000/shop?sslmode=verify-full&sslrootcert=/r.pem"
                        + "&currentSchema=sales&targetServerType=primary&sslpassword=canary");

        var server = server(found);
        assertThat(server.address()).isEqualTo("postgresql://me@db.example.org:6000/shop");
        assertThat(server.schema()).contains("sales");
        assertThat(server.tls().mode()).isEqualTo(Tls.Mode.VERIFY_FULL);
        assertThat(server.tls().rootCertificate()).contains(Path.of("/r.pem"));
        assertThat(server.options()).isEqualTo(Map.of("targetServerType", "primary"));
        assertThat(new String(found.password().orElseThrow().characters())).isEqualTo("p@ss");
        assertThat(found.notes()).containsExactly("The option sslpassword isn't kept in the profile.");
        assertThat(found.toString()).doesNotContain("p@ss").doesNotContain("canary");
    }

    @Test
    void jdbcs_form_and_what_is_left_out_have_their_usual_meaning() {
        var server = server(read("jdbc:postgresql://[::1]/a%20b?user=you"));

        assertThat(server.host()).isEqualTo("::1");
        assertThat(server.port()).isEqualTo(5432);
        assertThat(server.database()).isEqualTo("a b");
        assertThat(server.user()).isEqualTo("you");
        assertThat(server(read("postgresql:///x")).user()).isEqualTo("somebody");
    }

    @Test
    void a_sqlite_file_starts_in_the_folder_and_may_be_for_reading() {
        var found = read("sqlite:///data/x.db?mode=ro");

        assertThat(found.database()).isEqualTo(new DatabasePlace.SqliteFile(Path.of("/project/data/x.db")));
        assertThat(found.access()).isEqualTo(Access.READ_ONLY);
    }

    @Test
    void several_hosts_and_a_database_in_memory_make_no_profile() {
        assertThatThrownBy(() -> read("postgresql://me@a:1,b:2/x")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("sqlite://")).isInstanceOf(Refusal.class).hasMessageContaining("memory");
    }

    private static ProfileImport read(String url) {
        return ProfileImport.of(url, FOLDER, "somebody");
    }

    private static DatabasePlace.Server server(ProfileImport found) {
        return Optional.of(found.database()).map(DatabasePlace.Server.class::cast).orElseThrow();
    }
}
