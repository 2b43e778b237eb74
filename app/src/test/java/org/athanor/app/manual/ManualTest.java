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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athanor.app.cli.CommandLineFace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine.Model.CommandSpec;

class ManualTest {
    private final Manual manual = new Manual(CommandLineFace.everyVerb(), "1.2", LocalDate.of(2026, 1, 2));

    @TempDir
    private Path share;

    @Test
    void the_page_for_man_tells_of_every_verb_and_every_option() {
        var page = manual.manPage();
        var athanor = CommandLineFace.everyVerb().getCommandSpec();
        assertThat(page).startsWith(".TH ATHANOR 1 \"2026-01-02\" \"Athanor 1.2\"");
        var verbs = ManPage.verbs(athanor).stream()
                .flatMap(verb -> Stream.concat(Stream.of(verb), ManPage.verbs(verb).stream())).toList();
        assertThat(verbs).hasSizeGreaterThan(30).extracting(CommandSpec::qualifiedName)
                .contains("athanor upgrade", "athanor profile add");
        assertThat(verbs).allSatisfy(verb -> {
            assertThat(page).contains(".SS \\fB" + verb.qualifiedName() + "\\fR");
            assertThat(ManPage.ownOptions(verb)).allSatisfy(
                    option -> assertThat(page).contains(option.longestName().replace("-", "\\-") + "\\fR"));
        });
        assertThat(page).contains("\\fB\\-\\-read\\-only\\fR", "SQLALCHEMY_DATABASE_URL", "athanor.toml");
    }

    @Test
    void the_page_for_man_has_the_variables_and_exit_codes_of_the_guide() throws Exception {
        var guide = Files.readString(Path.of("../docs/guide/command-line.md"));
        var rows = Pattern.compile("(?m)^\\| (`[A-Z][^|]*|\\d+) \\|").matcher(guide).results().map(row -> row.group(1));
        var names = rows.flatMap(cell -> Pattern.compile("[A-Z_]{4,}|\\d+").matcher(cell).results())
                .map(MatchResult::group).toList();
        assertThat(names).contains("PGPASSFILE", "NO_COLOR", "130");
        assertThat(names).allSatisfy(name -> assertThat(manual.manPage()).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void no_line_of_the_page_is_an_order_by_accident() {
        assertThat(manual.manPage().lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|B|BR|I|IR)( .*)?"));
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
        assertThat(fish("athanor --profile prod curr")).containsExactly("current");
        assertThat(fish("athanor profile dup")).containsExactly("duplicate");
        assertThat(fish("athanor profile add --connec")).containsExactly("--connect-timeout");
        assertThat(fish("athanor profile test pom.x")).isEmpty();
        assertThat(fish("athanor profile import pom.x")).containsExactly("pom.xml");
    }

    @Test
    void zsh_is_told_the_same_verbs_and_values() {
        assertThat(manual.zsh()).contains("'downgrade:Move the database down to TARGET.'",
                "(local dev staging production)", "{-c,--config}");
    }

    @Test
    void zsh_completes_verbs_options_and_the_verbs_behind_a_verb() throws Exception {
        assumeTrue(isInstalled("zsh"), "zsh isn't installed");
        manual.writeTo(share);
        assertThat(zsh("athanor --profile prod downg")).isEqualTo("athanor --profile prod downgrade");
        assertThat(zsh("athanor upgrade --lock-")).isEqualTo("athanor upgrade --lock-timeout");
        assertThat(zsh("athanor current --check")).isEqualTo("athanor current --check-heads");
        assertThat(zsh("athanor studio pom.x")).isEqualTo("athanor studio pom.xml");
        assertThat(zsh("athanor profile dup")).isEqualTo("athanor profile duplicate");
        assertThat(zsh("athanor profile test --jso")).isEqualTo("athanor profile test --json");
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

    /// What stands on a zsh's line after the key Tab, by a terminal that zsh makes for another zsh. The signs around the line are
    /// put together in there, so that the echo of the order isn't taken for them.
    private String zsh(String line) throws Exception {
        var script = """
                zmodload zsh/zpty
                zpty inner zsh -f -i
                zpty -w inner "autoload -Uz compinit; compinit -u -D; source '$1'; answer() {
                    zle expand-or-complete; zle -I; print -r -- '<''<'\\$BUFFER'>''>' }; zle -N answer; bindkey '^I' answer"
                zpty -w -n inner "$2"$'\\t'
                zpty -r -m inner answered '*<<*>>*'
                print -r -- ${${answered##*<<}%%>>*}
                zpty -d inner
                """;
        var file = share.resolve("zsh/vendor-completions/_athanor");
        return String.join("\n", output("zsh", "-f", "-c", script, "zsh", file.toString(), line));
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
