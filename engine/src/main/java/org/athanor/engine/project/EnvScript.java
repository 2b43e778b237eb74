package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.compare.Detection;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSource;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Expression.Call;

/// What a project's `env.py` says as plain literals in `context.configure(…)`. The file is read, never run; what it
/// computes is named and left.
record EnvScript(VersionTable versionTable, boolean transactionPerMigration, Detection detection, boolean batches,
        List<Problem> notes) {
    private static final String PER_MIGRATION = "transaction_per_migration";
    private static final List<String> WANTED = List.of("version_table", "version_table_schema", "version_table_pk",
            PER_MIGRATION);
    /// No such file, or one that configures nothing.
    static final EnvScript SILENT = new EnvScript(VersionTable.DEFAULT, false, Detection.ALL, false, List.of());

    static EnvScript read(Path file) {
        if (!Files.isRegularFile(file)) {
            return SILENT;
        }
        try {
            var source = PythonSource.read(file);
            return read(file, PythonParser.callOf("configure", source), PythonParser.keywordsOf("configure", source));
        } catch (IOException | PythonSyntaxException e) {
            return new EnvScript(VersionTable.DEFAULT, false, Detection.ALL, false,
                    List.of(Problem.at(file, 0, ProblemKind.NOT_SUPPORTED,
                            "env.py can't be read, so the usual version table is assumed", "")));
        }
    }

    /// Whether any call for a connection turns a comparison off; a function that decides is as good as none. Schemas that must
    /// be named are compared only if somebody asks, as in Alembic.
    private static Detection detection(List<Expression.Keyword> keywords) {
        return new Detection(!says("compare_type", false, keywords), !says("compare_server_default", false, keywords),
                keywords.isEmpty() || keywords.stream().anyMatch(k -> k.name().equals(Optional.of("include_schemas"))
                        && !(k.value() instanceof Expression.Truth(var truth, _) && !truth)));
    }

    private static boolean says(String name, boolean value, List<Expression.Keyword> keywords) {
        return keywords.stream().anyMatch(k -> k.name().equals(Optional.of(name))
                && k.value() instanceof Expression.Truth(var truth, _) && truth == value);
    }

    private static EnvScript read(Path file, Optional<Call> call, List<Expression.Keyword> keywords) {
        var notes = new ArrayList<Problem>();
        var table = VersionTable.DEFAULT.name();
        var schema = Optional.<String>empty();
        boolean key = true;
        boolean perMigration = false;
        for (var keyword : call.map(Call::keywords).orElse(List.of())) {
            var name = keyword.name().orElse("");
            if (!WANTED.contains(name)) {
                continue;
            }
            switch (keyword.value()) {
                case Expression.Text(var text, _) when name.equals("version_table") -> table = text;
                case Expression.Text(var text, _) when name.equals("version_table_schema") ->
                    schema = Optional.of(text);
                case Expression.Truth(var truth, _) when name.equals("version_table_pk") -> key = truth;
                case Expression.Truth(var truth, _) when name.equals(PER_MIGRATION) -> perMigration = truth;
                case Expression.None _ -> {
                }
                default -> notes.add(Problem.at(file, 0, ProblemKind.NOT_SUPPORTED,
                        "%s is computed in env.py and can't be known".formatted(name),
                        "Write the value itself there."));
            }
        }
        return new EnvScript(new VersionTable(table, schema, key), perMigration, detection(keywords),
                says("render_as_batch", true, keywords), notes);
    }
}
