package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern TEXT = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+\\.[a-z.-]+)\"");

    @Test
    void every_key_that_the_code_asks_for_is_there() throws IOException {
        assertThat(written()).containsAll(found(TEXT));
    }

    @Test
    void every_key_that_is_there_is_asked_for() throws IOException {
        assertThat(found(LITERAL)).containsAll(written());
    }

    private static Set<String> written() {
        return new TreeSet<>(ResourceBundle.getBundle("org.athanor.app.text.messages").keySet());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }
}
