package org.athanor.app.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds programs on the search path, and takes command lines apart as a shell would.
final class Programs {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"\\\\]|\\\\.|'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")+");
    private static final Pattern PIECE = Pattern
            .compile("'([^']*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|\\\\(.)|([^'\"\\\\]+)", Pattern.DOTALL);
    private static final Pattern ESCAPE_IN_QUOTES = Pattern.compile("\\\\([\"\\\\$`])");

    private final Map<String, String> environment;

    Programs(Map<String, String> environment) {
        this.environment = environment;
    }

    /// The program of this name, or at this path.
    Optional<Path> find(String name) {
        try {
            if (name.contains("/") || name.contains(File.separator)) {
                return Optional.of(Path.of(name)).filter(Files::isExecutable);
            }
            var path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
            return Arrays.stream(path).filter(folder -> !folder.isEmpty())
                    .flatMap(folder -> endings().map(ending -> Path.of(folder, name + ending)))
                    .filter(file -> Files.isExecutable(file) && Files.isRegularFile(file)).findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> endings() {
        return File.separatorChar == '\\' ? Stream.of(".exe", ".cmd", ".bat") : Stream.of("");
    }

    /// The words of a command line; quotes keep blanks together.
    static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(line);
        while (word.find()) {
            words.add(unquoted(word.group()));
        }
        return words;
    }

    private static String unquoted(String word) {
        var text = new StringBuilder();
        var piece = PIECE.matcher(word);
        while (piece.find()) {
            if (piece.group(2) != null) {
                text.append(ESCAPE_IN_QUOTES.matcher(piece.group(2)).replaceAll("$1"));
            } else {
                text.append(Stream.of(1, 3, 4).map(piece::group).filter(g -> g != null).findFirst().orElse(""));
            }
        }
        return text.toString();
    }
}
