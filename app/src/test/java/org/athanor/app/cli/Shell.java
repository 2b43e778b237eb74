package org.athanor.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.Secret;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Calls the command line as a shell would, in a folder and an environment of its own.
final class Shell {
    /// What the shell saw of one call.
    record Answer(int exitCode, String out, String err) {
        JsonNode json() {
            return new ObjectMapper().readTree(out);
        }
    }

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> typed = new ArrayList<>();
    private Optional<String> piped = Optional.empty();
    private Screen screen = Screen.NONE;

    Shell(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment.putAll(environment);
    }

    Shell(Path folder) {
        this.folder = folder;
        environment.put("XDG_STATE_HOME", folder.resolve(".state").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve(".config").toString());
        environment.put("ATHANOR_KEYCHAIN", "off");
    }

    static Path samples() {
        return Path.of(System.getProperty("athanor.samples"));
    }

    static String shop() {
        return samples().resolve("shop/athanor.toml").toString();
    }

    /// What a person types when they are asked for passwords.
    Shell typing(String... passwords) {
        typed.clear();
        typed.addAll(List.of(passwords));
        return this;
    }

    /// What stands on standard input.
    Shell piping(String text) {
        piped = Optional.of(text);
        return this;
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// Both streams lead to a terminal of this kind.
    Shell on(Screen screen) {
        this.screen = screen;
        return this;
    }

    Answer athanor(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(err), !typed.isEmpty(), Optional::empty,
                () -> typed.isEmpty() ? Optional.empty() : Optional.of(new Secret(typed.removeFirst())),
                () -> piped.map(Secret::new));
        if (screen.watched()) {
            output = new Output(new PrintWriter(out), screen, new PrintWriter(err), screen);
        }
        int exitCode = new CommandLineFace(folder, environment, output).run(arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /// The same on the sample shop with the SQLite database `x.db` in this shell's folder.
    Answer shop(String... arguments) {
        var all = new ArrayList<String>(List.of("-c", shop(), "--url", "sqlite:///x.db"));
        all.addAll(List.of(arguments));
        return athanor(all.toArray(String[]::new));
    }
}
