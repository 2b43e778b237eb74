package org.athanor.app.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Limits;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.SshAccess;
import org.athanor.app.profile.Tls;
import org.athanor.app.secret.Prompt;
import org.athanor.engine.database.Secret;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Access;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that is reached through SSH: a real server of ours in between, a real PostgreSQL behind it.
class TunnelTest {
    private static final String PASSWORD = "through the gate";

    @TempDir
    private Path folder = Path.of("");
    private final SshServer gate = SshServer.setUpDefaultServer();
    private final List<String> passed = new CopyOnWriteArrayList<>();
    private final KeyPair hostKey = key();
    private final KeyPair ownKey = key();

    @BeforeEach
    void openGate() throws IOException {
        gate.setHost("127.0.0.1");
        gate.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        gate.setForwardingFilter(new AcceptAllForwardingFilter() {
            @Override
            protected boolean checkAcceptance(String request, Session session, SshdSocketAddress target) {
                passed.add(target.getHostName() + ":" + target.getPort());
                return true;
            }
        });
        gate.setPasswordAuthenticator((user, password, _) -> user.equals("jump") && password.equals(PASSWORD));
        gate.setPublickeyAuthenticator((_, key, _) -> KeyUtils.compareKeys(key, ownKey.getPublic()));
        gate.start();
        know(hostKey);
        Files.writeString(folder.resolve("key"), "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder()
                .encodeToString(ownKey.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
    }

    @AfterEach
    void closeGate() throws IOException {
        gate.stop(true);
    }

    @Test
    void a_key_opens_the_way_and_the_database_keeps_its_own_name() throws Exception {
        try (var way = way(Optional.of(folder.resolve("key")), Prompt.NOBODY)) {
            assertThat(answer(way)).isEqualTo(1);
            assertThat(passed).containsExactly("localhost:" + TestPostgres.port());
            assertThat(way.settings().display()).contains("localhost:" + TestPostgres.port());
        }
        until(() -> gate.getActiveSessions().isEmpty());
    }

    @Test
    void a_password_is_asked_for_once() throws Exception {
        var asked = new java.util.ArrayList<Prompt.Kind>();
        try (var way = way(Optional.empty(), question -> {
            asked.add(question.kind());
            return Optional.of(new Secret(PASSWORD));
        })) {
            assertThat(answer(way)).isEqualTo(1);
            assertThat(answer(way)).isEqualTo(1);
        }
        assertThat(asked).containsExactly(Prompt.Kind.SSH);
    }

    @Test
    void a_way_that_has_just_broken_is_opened_again_by_whoever_connects_first() throws Exception {
        try (var way = way(Optional.of(folder.resolve("key")), Prompt.NOBODY)) {
            for (int round = 0; round < 5; round++) {
                assertThat(answer(way)).isEqualTo(1);
                gate.getActiveSessions().forEach(session -> session.close(true));
            }
            assertThat(answer(way)).isEqualTo(1);
        }
    }

    @Test
    void an_unknown_host_is_not_trusted() throws Exception {
        Files.writeString(folder.resolve("known_hosts"), "");

        assertThat(refused(Prompt.NOBODY)).contains("key is not in", "ssh -p " + gate.getPort() + " jump@127.0.0.1");
    }

    @Test
    void a_host_with_another_key_is_not_trusted() throws Exception {
        know(key());

        assertThat(refused(Prompt.NOBODY)).contains("another key", "listening in");
    }

    @Test
    void a_wrong_password_is_told() {
        assertThat(refused(_ -> Optional.of(new Secret("canary")))).contains("doesn't let this user in")
                .doesNotContain("canary");
    }

    private String refused(Prompt prompt) {
        try (var way = way(Optional.empty(), prompt)) {
            return catchThrowableOfType(Refusal.class, way::connect).problem().text();
        }
    }

    private static int answer(ProfileConnection way) throws SQLException {
        try (var connection = way.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT 1")) {
            row.next();
            return row.getInt(1);
        }
    }

    private ProfileConnection way(Optional<Path> key, Prompt prompt) {
        var ssh = new SshAccess("127.0.0.1", gate.getPort(), "jump", key, false,
                Optional.of(folder.resolve("known_hosts")), new PasswordSource.Asked());
        var server = new DatabasePlace.Server("localhost", TestPostgres.port(), "postgres", "postgres",
                Optional.empty(), Tls.USUAL, Optional.of(ssh), new PasswordSource.Elsewhere(), Map.of());
        var profile = new Profile("p", Optional.empty(), Environment.LOCAL, Access.FULL, Optional.empty(), "alembic",
                Optional.empty(), server, Limits.USUAL);
        var environment = Map.of("HOME", folder.toString());
        return ProfileConnection.of(profile, environment, Passwords.of(environment, prompt)).orElseThrow();
    }

    private void know(KeyPair key) throws IOException {
        Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:%d %s\n".formatted(gate.getPort(),
                PublicKeyEntry.toString(key.getPublic())), StandardCharsets.UTF_8);
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
