package org.athanor.app.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.athanor.app.cli.CommandLineFace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManualTest {
    private final Manual manual = new Manual(CommandLineFace.everyVerb(), "1.2", LocalDate.of(2026, 1, 2));

    @TempDir
    private Path share;

    @Test
    void the_page_for_man_tells_of_every_verb_and_every_option() {
        var page = manual.manPage();
        var athanor = CommandLineFace.everyVerb().getCommandSpec();
        assertThat(page).startsWith(".TH ATHANOR 1 \"2026-01-02\" \"Athanor 1.2\"");
        assertThat(ManPage.verbs(athanor)).hasSizeGreaterThan(15).allSatisfy(verb -> {
            assertThat(page).contains(".SS \\fBathanor " + verb.name() + "\\fR");
            assertThat(ManPage.ownOptions(verb)).allSatisfy(
                    option -> assertThat(page).contains(option.longestName().replace("-", "\\-") + "\\fR"));
        });
        assertThat(page).contains("\\fB\\-\\-read\\-only\\fR", "SQLALCHEMY_DATABASE_URL", "athanor.toml");
    }

    @Test
    void no_line_of_the_page_is_an_order_by_accident() {
        assertThat(manual.manPage().lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|BR|I)( .*)?"));
    }

    @ParameterizedTest
    @CsvSource({"bash,bash-completion/completions/athanor", "zsh,zsh/vendor-completions/_athanor",
            "fish,fish/vendor_completions.d/athanor.fish"})
    void every_shell_can_read_its_completion(String shell, String file) throws Exception {
        assumeTrue(isInstalled(shell), shell + " isn't installed");
        manual.writeTo(share);
        assertThat(output(shell, "-n", share.resolve(file).toString())).isEmpty();
    }

    @Test
    void bash_completes_verbs_options_and_their_values() throws Exception {
        assumeTrue(isInstalled("bash"), "bash isn't installed");
        manual.writeTo(share);
        assertThat(bash("athanor", "down")).containsExactly("downgrade");
        assertThat(bash("athanor", "upgrade", "--lock")).containsExactly("--lock-timeout");
        assertThat(bash("athanor", "--environment", "prod")).containsExactly("production");
    }

    @Test
    void fish_completes_verbs_options_and_their_values() throws Exception {
        assumeTrue(isInstalled("fish"), "fish isn't installed");
        manual.writeTo(share);
        assertThat(fish("athanor down")).containsExactly("downgrade");
        assertThat(fish("athanor upgrade --lock")).containsExactly("--lock-timeout");
        assertThat(fish("athanor --environment prod")).containsExactly("production");
    }

    @Test
    void zsh_is_told_the_same_verbs_and_values() {
        assertThat(manual.zsh()).contains("'downgrade:Move the database down to TARGET.'",
                "(local dev staging production)", "{-c,--config}");
    }

    private List<String> bash(String... words) throws Exception {
        var script = """
                compopt() { :; }
                source '%s'
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                _complete_athanor
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(share.resolve("bash-completion/completions/athanor"), String.join(" ", words),
                words.length - 1);
        return output("bash", "-c", script);
    }

    private List<String> fish(String line) throws Exception {
        var file = share.resolve("fish/vendor_completions.d/athanor.fish");
        return output("fish", "--no-config", "-c", "source '%s'; complete -C '%s'".formatted(file, line)).stream()
                .map(answer -> answer.split("\t", -1)[0]).toList();
    }

    private static List<String> output(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().map(String::strip).toList();
    }

    private static boolean isInstalled(String shell) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell)));
    }
}
