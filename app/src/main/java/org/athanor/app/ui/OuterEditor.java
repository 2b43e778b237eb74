package org.athanor.app.ui;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.athanor.engine.problem.Problem;

/// Opens files with the program that the system has for them.
final class OuterEditor {
    private static final Logger LOG = Logger.getLogger(OuterEditor.class.getName());

    private OuterEditor() {}

    static void open(Problem.Place place) {
        Thread.ofVirtual().name("outer-editor").start(() -> {
            try {
                new ProcessBuilder(command(place.file().toString(), System.getProperty("os.name", "")))
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "No program opens " + place, e);
            }
        });
    }

    private static List<String> command(String file, String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open", "-t", file);
        }
        return name.startsWith("windows") ? List.of("notepad.exe", file) : List.of("xdg-open", file);
    }
}
