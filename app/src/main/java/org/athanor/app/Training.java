package org.athanor.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the build makes a start-up cache from: one run that calls the verbs that people call most, or walks through the
/// window, so that the JVM sees which classes they need.
final class Training {
    private Training() {}

    /// Makes the calls that are listed in the file `calls` of a folder: the project to call in, then the arguments, with
    /// `{database}` and `{picture}` for files that aren't there before. Then it looks at the classes that are listed in the
    /// files `classes` of this folder and of the one above.
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var scratch = Files.createTempDirectory("athanor-training");
        var database = scratch.resolve("training.db");
        var picture = scratch.resolve("training.png");
        try {
            for (var call : Files.readAllLines(folder.resolve("calls"))) {
                call(folder, call.replace("{database}", database.toString()).replace("{picture}", picture.toString()));
            }
        } finally {
            Files.deleteIfExists(database);
            Files.deleteIfExists(picture);
            Files.delete(scratch);
        }
        load(folder.resolve("classes"));
        load(folder.resolveSibling("classes"));
    }

    private static void load(Path list) throws IOException {
        if (Files.exists(list)) {
            Files.readAllLines(list).stream().filter(line -> !line.startsWith("#")).forEach(Training::load);
        }
    }

    private static void call(Path folder, String call) {
        var words = call.split(" ", -1);
        if (Main.call(folder.resolve(words[0]), Arrays.copyOfRange(words, 1, words.length)) != 0) {
            throw new IllegalStateException("This call failed: " + call);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException _) {
            // Another version of the library does without; the cache is none the worse.
        }
    }
}
