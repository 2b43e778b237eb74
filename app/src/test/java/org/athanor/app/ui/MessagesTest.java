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
    private static final Pattern TEXT = Pattern.compile("\\btext\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern ACT = Pattern.compile("\\badd\\(\"([a-z-]+)\",");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+\\.[a-z.-]+)\"");

    private static final String ACTS = "act.";

    @Test
    void every_key_that_the_code_asks_for_is_there() throws IOException {
        assertThat(written()).containsAll(found(TEXT));
    }

    @Test
    void every_key_that_is_there_is_asked_for() throws IOException {
        assertThat(found(LITERAL)).containsAll(written().stream().filter(key -> !key.startsWith(ACTS)).toList());
    }

    @Test
    void each_act_has_its_words_and_no_other_has() throws IOException {
        var titles = written().stream().filter(key -> key.startsWith(ACTS) && !key.endsWith(".key"))
                .map(key -> key.substring(ACTS.length())).toList();

        assertThat(found(ACT, "MainActs.java")).containsExactlyInAnyOrderElementsOf(titles);
    }

    private static Set<String> written() {
        return new TreeSet<>(ResourceBundle.getBundle("org.athanor.app.text.messages").keySet());
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        return found(pattern, ".java");
    }

    private static Set<String> found(Pattern pattern, String ending) throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> keys.add(match.group(1)));
            }
        }
        return keys;
    }
}
