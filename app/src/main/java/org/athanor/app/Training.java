package org.athanor.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// What the build makes the start-up cache from: one run that calls the verbs that people call most, so that the JVM sees
/// which classes they need.
final class Training {
    private Training() {}

    /// Makes the calls that are listed in the file `calls` of a folder: the project to call in, then the arguments.
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        for (var call : Files.readAllLines(folder.resolve("calls"))) {
            var words = call.split(" ", -1);
            if (Main.call(folder.resolve(words[0]), Arrays.copyOfRange(words, 1, words.length)) != 0) {
                throw new IllegalStateException("This call failed: " + call);
            }
        }
    }
}
