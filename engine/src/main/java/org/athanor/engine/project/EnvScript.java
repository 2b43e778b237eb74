package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Expression.Call;

/// What a project's `env.py` says as plain literals in `context.configure(…)`. The file is read, never run; what it
/// computes is named and left.
record EnvScript(VersionTable versionTable, List<Problem> notes) {
    private static final List<String> WANTED = List.of("version_table", "version_table_schema", "version_table_pk");

    static EnvScript read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new EnvScript(VersionTable.DEFAULT, List.of());
        }
        var notes = new ArrayList<Problem>();
        try {
            var call = PythonParser.callOf("configure", Files.readString(file));
            return new EnvScript(versionTable(file, call, notes), notes);
        } catch (IOException | PythonSyntaxException e) {
            notes.add(Problem.at(file, 0, ProblemKind.NOT_SUPPORTED,
                    "env.py can't be read, so the usual version table is assumed", ""));
            return new EnvScript(VersionTable.DEFAULT, notes);
        }
    }

    private static VersionTable versionTable(Path file, Optional<Call> call, List<Problem> notes) {
        var table = VersionTable.DEFAULT.name();
        var schema = Optional.<String>empty();
        boolean key = true;
        for (var keyword : call.map(Call::keywords).orElse(List.of())) {
            var name = keyword.name().orElse("");
            switch (keyword.value()) {
                case Expression.Text(var text, _) when name.equals("version_table") -> table = text;
                case Expression.Text(var text, _) when name.equals("version_table_schema") ->
                    schema = Optional.of(text);
                case Expression.Truth(var truth, _) when name.equals("version_table_pk") -> key = truth;
                case Expression.None _ -> {
                }
                default -> {
                    if (WANTED.contains(name)) {
                        notes.add(Problem.at(file, 0, ProblemKind.NOT_SUPPORTED,
                                "%s is computed in env.py and can't be known".formatted(name),
                                "Write the value itself there."));
                    }
                }
            }
        }
        return new VersionTable(table, schema, key);
    }
}
