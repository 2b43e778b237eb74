package org.athanor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.Test;

/// The guide's page of messages tells of every kind of problem, in the program's own words.
class MessagesPageTest {
    private static final Path HOME = Path.of(System.getProperty("athanor.samples")).resolveSibling("");
    private static final Pattern CONTINUED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final int SHORT = 4;

    private final List<String> page = readLines(HOME.resolve("docs/guide/troubleshooting.md"));

    @Test
    void every_kind_of_problem_has_its_paragraph() {
        assertThat(page.stream().filter(line -> line.startsWith("### ")).map(line -> line.substring(4)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemKind.values()).map(ProblemKind::code).toList());
    }

    @Test
    void every_message_is_one_of_the_programs() throws IOException {
        var program = sources();

        assertThat(page.stream().filter(line -> line.startsWith("> ")).map(line -> line.substring(2)))
                .hasSizeGreaterThan(50).allSatisfy(message -> assertThat(parts(message)).allSatisfy(
                        part -> assertThat(program.contains(part)).as(part).isTrue()));
    }

    /// What stands between the places that differ.
    private static List<String> parts(String message) {
        return Arrays.stream(message.split("…")).map(String::strip).filter(part -> part.length() > SHORT).toList();
    }

    private static String sources() throws IOException {
        try (var engine = Files.walk(HOME.resolve("engine/src/main"));
                var app = Files.walk(HOME.resolve("app/src/main"))) {
            var text = new StringBuilder();
            Stream.concat(engine, app).filter(file -> file.toString().matches(".*\\.(java|properties)"))
                    .flatMap(file -> readLines(file).stream()).forEach(line -> text.append(line).append('\n'));
            return CONTINUED.matcher(text).replaceAll("").replace("\\\"", "\"").replace("''", "'");
        }
    }

    private static List<String> readLines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
