package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// The scripts that start the program choose a start-up cache by the verb; a verb that they pass over could be taken for a
/// word of another one.
class StarterVerbsTest {
    @TempDir
    Path home;

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

    @ParameterizedTest
    @CsvSource({"src/main/launcher/bin/athanor,C,C.UTF-8", "src/main/launcher/bin/athanor,de_DE.UTF-8,de_DE.UTF-8",
            "../installer/src/linux/athanor.sh,'',C.UTF-8",
            "../installer/src/linux/athanor.sh,de_DE.UTF-8,de_DE.UTF-8"})
    void where_the_locale_knows_ascii_alone_arguments_are_utf_8_all_the_same(String script, String locale, String java)
            throws Exception {
        var starter = executable("bin/athanor", Files.readString(Path.of(script)));
        Files.createFile(Files.createDirectories(home.resolve("lib/app")).resolve("athanor-app-1.jar"));
        Files.createFile(home.resolve("lib/athanor-app-1.jar"));
        executable("lib/runtime/bin/java", "#!/bin/sh\necho \"$LC_ALL $*\"\n");
        Files.writeString(home.resolve("lib/runtime/release"), "JAVA_VERSION=\"25\"\n");

        var call = new ProcessBuilder(starter.toString(), "show", "Größe").redirectErrorStream(true);
        call.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        call.environment().putAll(Map.of("ATHANOR_JAVA", home.resolve("lib/runtime").toString(), "LC_ALL", locale));
        var process = call.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).startsWith(java + " ").contains(" org.athanor.app.Main show ");
        assertThat(said.contains("-Dstdout.encoding=US-ASCII")).isEqualTo(java.equals("C.UTF-8"));
    }

    private Path executable(String name, String text) throws IOException {
        var file = home.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static Set<String> verbs(String script) {
        var list = VERBS.matcher(script);
        assertThat(list.find()).isTrue();
        return list.group(1).replaceAll("face=\\w+", "").lines()
                .flatMap(line -> WORD.matcher(line).results().map(word -> word.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
