package org.athanor.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The person's editor: what `$VISUAL` or `$EDITOR` says, arguments included, or one of the usual ones.
final class Editor {
    private static final List<String> USUAL = List.of("sensible-editor", "editor", "nano", "vim", "code");

    private final Map<String, String> environment;
    private final Programs programs;
    private final Path folder;

    Editor(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.programs = new Programs(environment);
        this.folder = folder;
    }

    /// Opens a file and waits until the editor ends.
    void open(Path file) {
        var command = new ArrayList<>(command());
        command.add(file.toString());
        try {
            int exit = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
            if (exit != 0) {
                throw failed("it ended with exit code " + exit);
            }
        } catch (IOException e) {
            throw failed("it can't be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the waiting was interrupted");
        }
    }

    private List<String> command() {
        return Stream.of("VISUAL", "EDITOR").flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                .filter(text -> !text.isBlank()).findFirst().map(this::chosen).orElseGet(this::usual);
    }

    private List<String> chosen(String line) {
        var whole = programs.find(line);
        if (whole.isPresent()) {
            return List.of(whole.get().toString());
        }
        var words = Programs.words(line);
        var program = words.stream().findFirst().flatMap(programs::find)
                .orElseThrow(() -> failed("there is no program '%s'".formatted(line)));
        return Stream.concat(Stream.of(program.toString()), words.stream().skip(1)).toList();
    }

    private List<String> usual() {
        return USUAL.stream().flatMap(name -> programs.find(name).stream()).findFirst()
                .map(program -> List.of(program.toString()))
                .orElseThrow(() -> failed("none of " + String.join(", ", USUAL) + " is installed"));
    }

    private static Refusal failed(String why) {
        return new Refusal(ProblemKind.USAGE, "No editor opened the file: " + why,
                "Set EDITOR to the editor that you like, with its arguments if it needs some.");
    }
}
