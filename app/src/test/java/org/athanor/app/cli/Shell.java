package org.athanor.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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

    Shell(Path folder) {
        this.folder = folder;
        environment.put("XDG_STATE_HOME", folder.resolve(".state").toString());
    }

    static Path samples() {
        return Path.of(System.getProperty("athanor.samples"));
    }

    static String shop() {
        return samples().resolve("shop/athanor.toml").toString();
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Answer athanor(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var output = new Output(new PrintWriter(out), new PrintWriter(err), false);
        int exitCode = new CommandLineFace(folder, environment, output).run(arguments);
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /// The same on the sample shop with the SQLite database `x.db` in this shell's folder.
    Answer shop(String... arguments) {
        var all = new java.util.ArrayList<String>(java.util.List.of("-c", shop(), "--url", "sqlite:///x.db"));
        all.addAll(java.util.List.of(arguments));
        return athanor(all.toArray(String[]::new));
    }
}
