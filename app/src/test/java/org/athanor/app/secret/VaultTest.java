package org.athanor.app.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.athanor.app.files.OwnFile;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The encrypted vault: who knows the passphrase reads it, and nobody else.
class VaultTest {
    @TempDir
    private Path folder = Path.of("");
    private final List<Prompt.Question> asked = new ArrayList<>();

    @Test
    void a_password_is_found_again_by_who_knows_the_passphrase() throws IOException {
        vault("open sesame").keep("postgresql://me@db/shop", new Secret("pässword"));
        vault("open sesame").keep("ssh://x", new Secret("other"));

        var vault = vault("open sesame");
        assertThat(text(vault.find("postgresql://me@db/shop"))).contains("pässword");
        assertThat(vault.find("elsewhere")).isEmpty();
        assertThat(Files.readString(file())).doesNotContain("pässword").doesNotContain("shop");
        assertThat(asked.stream().map(Prompt.Question::kind)).containsExactly(Prompt.Kind.NEW_VAULT, Prompt.Kind.VAULT,
                Prompt.Kind.VAULT);
        vault.forget("ssh://x");
        assertThat(vault("open sesame").find("ssh://x")).isEmpty();
    }

    @Test
    void a_wrong_passphrase_is_asked_for_again_and_told_from_damage() throws IOException {
        vault("right").keep("a", new Secret("x"));

        assertThat(text(vault("wrong", "right").find("a"))).contains("x");
        assertThatThrownBy(() -> vault("wrong", "wrong", "wrong").find("a"))
                .hasMessageContaining("not the passphrase");
        assertThatThrownBy(() -> vault().find("a")).hasMessageContaining("nobody gave one");
        damage(content -> content.replace("nonce ", "nonce A"));
        assertThatThrownBy(() -> vault("right").find("a")).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.BAD_VAULT));
        damage(_ -> "");
        assertThatThrownBy(() -> vault("right").find("a")).hasMessageContaining("damaged");
    }

    @Test
    void who_changes_it_and_mends_the_checksum_is_found_out() throws IOException {
        vault("right").keep("a", new Secret("x"));

        damage(content -> {
            var lines = new ArrayList<>(content.lines().toList());
            var sealed = lines.get(5);
            lines.set(5, (sealed.charAt(0) == 'A' ? "B" : "A") + sealed.substring(1));
            var body = String.join("\n", lines.subList(0, 6));
            return body + "\n" + HexFormat.of().formatHex(VaultKey.sha256(body.getBytes(StandardCharsets.UTF_8)))
                    + "\n";
        });

        assertThatThrownBy(() -> vault("right").find("a")).hasMessageContaining("damaged");
    }

    @Test
    void a_vault_that_asks_for_endless_work_is_refused() throws IOException {
        vault("right").keep("a", new Secret("x"));

        damage(content -> {
            var body = content.lines().limit(6).map(line -> line.replace("argon2id 65536 3", "argon2id 9999999 999"))
                    .reduce((a, b) -> a + "\n" + b).orElseThrow();
            return body + "\n" + HexFormat.of().formatHex(VaultKey.sha256(body.getBytes(StandardCharsets.UTF_8)))
                    + "\n";
        });

        assertThatThrownBy(() -> vault("right").find("a")).hasMessageContaining("damaged");
    }

    @Test
    void without_a_keychain_the_vault_is_used_and_why_is_said() {
        var store = new SecretStore(() -> new Keychain.Search.Missing("nobody answers"), vault("x"));

        assertThat(store.keep("a", new Secret("y"))).isEqualTo(new SecretStore.Kept.InVault("nobody answers"));
        assertThat(text(store.find("a"))).contains("y");
    }

    @Test
    void a_secret_never_prints_itself() {
        assertThat(new Secret("canary")).hasToString("***");
    }

    private Vault vault(String... passphrases) {
        var left = new ArrayList<>(Arrays.asList(passphrases));
        return new Vault(new OwnFile(file()), question -> {
            asked.add(question);
            return left.isEmpty() ? Optional.empty() : Optional.of(new Secret(left.removeFirst()));
        });
    }

    private Path file() {
        return folder.resolve("vault");
    }

    private void damage(java.util.function.UnaryOperator<String> change) throws IOException {
        Files.writeString(file(), change.apply(Files.readString(file())));
    }

    private static Optional<String> text(Optional<Secret> secret) {
        return secret.map(Secret::characters).map(String::new);
    }
}
