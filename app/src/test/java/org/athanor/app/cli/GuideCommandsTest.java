package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.app.cli.GuidePage.Block;
import org.athanor.app.cli.GuidePage.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the guide tells people to type works, and answers what the guide shows. How to say which project a block
/// starts from, and which blocks can't run here, stands in CONTRIBUTING.md.
class GuideCommandsTest {
    private static final int AT_LEAST = 150;

    @TempDir
    private Path root = Path.of("");
    private int runs;
    private int exempt;
    private final List<String> exemptions = new ArrayList<>();

    @Test
    void every_command_of_the_guide_does_what_it_says() {
        var faults = pages().flatMap(page -> faults(GuidePage.read(page)).stream()).toList();

        System.out.printf("The guide: %d commands ran, %d are exempt in %d blocks:%n%s%n", runs, exempt,
                exemptions.size(), String.join("\n", exemptions));
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
        assertThat(runs).isGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    void a_command_that_fails_is_told_with_its_line() throws IOException {
        assertThat(faultsOf("# Page\n\n```sh\nathanor heads\nathanor upgrade nowhere\n```\n")).singleElement()
                .asString().contains("page.md:5: `athanor upgrade nowhere` exits with 1 instead of 0",
                        "No revision or branch is called 'nowhere'");
        assertThat(faultsOf("```sh\nathanor upgrade nowhere   # exits with 1\n```\n")).isEmpty();
        assertThat(faultsOf("```sh\nathanor heads   # exits with 1\n```\n")).hasSize(1);
    }

    @Test
    void what_is_shown_must_be_printed_in_that_order() throws IOException {
        assertThat(faultsOf("```console\n$ athanor heads\n3aa1a1a61566 … (head)\n```\n")).isEmpty();
        assertThat(faultsOf("```console\n$ athanor heads\n3aa1a1a61566 (tail)\n```\n")).singleElement().asString()
                .contains("page.md:2: `athanor heads` doesn't print `3aa1a1a61566 (tail)`");
        assertThat(faultsOf("```console\n$ printf 'a\\nb\\n'\nb\na\n```\n")).hasSize(1);
    }

    @Test
    void an_exempt_block_gives_its_reason_and_an_unknown_comment_is_a_fault() throws IOException {
        assertThat(faultsOf("<!-- not run: opens a window -->\n```sh\nathanor studio\n```\n")).isEmpty();
        assertThat(faultsOf("<!-- not run -->\n```sh\nathanor studio\n```\n")).hasSize(1);
        assertThat(faultsOf("<!-- porject: shop -->\n```sh\nathanor heads\n```\n")).hasSize(1);
    }

    @Test
    void commands_in_a_block_that_has_no_name_are_a_fault() throws IOException {
        assertThat(faultsOf("```\n$ athanor heads\n```\n")).singleElement().asString().contains("page.md:1: ");
        assertThat(faultsOf("```\n-- Running upgrade\n```\n")).isEmpty();
    }

    private List<String> faultsOf(String text) throws IOException {
        var page = Files.writeString(root.resolve("page.md"), text);
        return faults(GuidePage.read(page));
    }

    private static Stream<Path> pages() {
        var home = Shell.samples().resolveSibling("");
        try (var guide = Files.list(home.resolve("docs/guide"))) {
            return Stream.concat(Stream.of(home.resolve("README.md")),
                    guide.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a page from top to bottom. It begins in a copy of the shop.
    private List<String> faults(GuidePage page) {
        var faults = new ArrayList<String>();
        var shell = fresh("shop");
        for (var block : page.blocks()) {
            if (block.note("not run").isPresent()) {
                exempt(page, block, faults);
                continue;
            }
            for (var note : block.notes()) {
                switch (note.name()) {
                    case "project" -> shell = fresh(note.value());
                    case "postgresql" -> shell.onPostgres(note.value());
                    case "run id" -> shell.newestRun(note.value());
                    case "interrupted" -> shell.cutOffTheLastRun();
                    case "sql" -> shell.sql(note.value());
                    case "file" -> shell.write(note.value(), block.lines());
                    case "before" -> run(page, new Command(block.line() - 1, note.value(), List.of()), shell, faults);
                    default -> faults.add("%s:%d: '%s' means nothing here".formatted(page.file(), block.line() - 1,
                            note.name()));
                }
            }
            if (!block.isShell() && block.lines().stream().anyMatch(line -> line.startsWith("$ "))) {
                faults.add("%s:%d: its commands are run if the block is called `console`".formatted(page.file(),
                        block.line() - 1));
            }
            if (block.isShell()) {
                for (var command : block.commands()) {
                    run(page, command, shell, faults);
                }
            }
        }
        return faults;
    }

    private GuideShell fresh(String project) {
        try {
            return new GuideShell(Files.createTempDirectory(root, "page"), project);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void exempt(GuidePage page, Block block, List<String> faults) {
        var reason = block.note("not run").orElse("");
        if (reason.isBlank()) {
            faults.add("%s:%d: why isn't it run?".formatted(page.file(), block.line() - 1));
        }
        exempt += Math.toIntExact(block.commands().stream().filter(c -> c.text().contains("athanor ")).count());
        exemptions.add("  %s:%d: %s".formatted(page.file().getFileName(), block.line(), reason));
    }

    private void run(GuidePage page, Command command, GuideShell shell, List<String> faults) {
        int expected = GuideCommand.parse(command.text(), Map.of()).exitCode();
        var answer = shell.run(command.text());
        if (command.text().contains("athanor ")) {
            runs++;
        }
        var where = "%s:%d: `%s`".formatted(page.file(), command.line(), command.text());
        if (answer.exitCode() != expected) {
            faults.add("%s exits with %d instead of %d%n%s".formatted(where, answer.exitCode(), expected,
                    answer.text()));
        } else {
            missing(command, shell, answer.text()).forEach(line -> faults.add(
                    "%s doesn't print `%s`, but%n%s".formatted(where, line, answer.text())));
        }
    }

    /// The first line that is shown and not printed behind the one before it. `…` stands for anything.
    private static Stream<String> missing(Command command, GuideShell shell, String printed) {
        var rest = printed.lines().toList();
        for (var shown : command.shown()) {
            if (shown.isBlank() || shown.strip().equals("…")) {
                continue;
            }
            var pattern = Pattern.compile(Stream.of(shell.replaced(shown).strip().split("…", -1)).map(Pattern::quote)
                    .collect(Collectors.joining(".*")));
            var found = rest.stream().dropWhile(line -> !pattern.matcher(line).find()).toList();
            if (found.isEmpty()) {
                return Stream.of(shown);
            }
            rest = found.subList(1, found.size());
        }
        return Stream.empty();
    }
}
