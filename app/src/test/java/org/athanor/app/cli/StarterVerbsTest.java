package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The scripts that start the program choose a start-up cache by the verb; a verb that they pass over could be taken for a
/// word of another one.
class StarterVerbsTest {
    private static final Pattern VERBS = Pattern.compile("case \\$argument in(.*?)\\*\\) continue", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[a-z_]+(?=[ )]|$)");

    @ParameterizedTest
    @ValueSource(strings = {"src/main/launcher/bin/athanor", "../installer/src/linux/athanor.sh"})
    void a_starter_knows_every_verb(String script) throws IOException {
        var athanor = new CommandLine(CommandSpec.create());
        Verbs.addTo(athanor, new String[0]);

        assertThat(verbs(Files.readString(Path.of(script))))
                .isEqualTo(new TreeSet<>(athanor.getSubcommands().keySet()));
    }

    private static Set<String> verbs(String script) {
        var list = VERBS.matcher(script);
        assertThat(list.find()).isTrue();
        return list.group(1).replaceAll("face=\\w+", "").lines()
                .flatMap(line -> WORD.matcher(line).results().map(word -> word.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
