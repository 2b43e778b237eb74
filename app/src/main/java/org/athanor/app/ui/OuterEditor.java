package org.athanor.app.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;

/// Opens files with the program that the system has for them.
final class OuterEditor {
    private static final Logger LOG = Logger.getLogger(OuterEditor.class.getName());

    private OuterEditor() {}

    /// `wanted` is the user's own command, with `{file}` and `{line}`; without `{file}` the file comes last.
    static void open(Problem.Place place, Optional<String> wanted) {
        Thread.ofVirtual().name("outer-editor").start(() -> {
            try {
                new ProcessBuilder(wanted.map(line -> command(line, place)).orElseGet(
                        () -> command(place.file().toString(), System.getProperty("os.name", ""))))
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "No program opens " + place, e);
            }
        });
    }

    static List<String> command(String line, Problem.Place place) {
        var words = Stream.of(line.strip().split("\\s+", -1));
        var filled = words.map(word -> word.replace("{file}", place.file().toString()).replace("{line}",
                Integer.toString(Math.max(1, place.line())))).toList();
        return line.contains("{file}")
                ? filled
                : Stream.concat(filled.stream(), Stream.of(place.file().toString())).toList();
    }

    private static List<String> command(String file, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open", "-t", file);
        }
        return name.startsWith("windows") ? List.of("notepad.exe", file) : List.of("xdg-open", file);
    }
}
