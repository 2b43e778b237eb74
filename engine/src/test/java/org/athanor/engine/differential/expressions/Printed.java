package org.athanor.engine.differential.expressions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.python.PythonScriptReader;
import org.athanor.engine.script.python.PythonScriptReader.Around;
import org.athanor.engine.sql.Statement;

/// What the engine prints for the source of a statement that a revision executes.
public final class Printed {
    private final Path folder;
    private final String names;
    private final PythonScriptReader reader = new PythonScriptReader(
            new Around(List.of(), InstantSource.system(), new Random(0)), CallerArguments.NONE);

    public Printed(Path folder, String names) {
        this.folder = folder;
        this.names = names;
    }

    /// The text of the one statement, white space folded; or why there is none.
    public String of(String source, Dialect dialect) throws IOException {
        return folded(ofAll("op.execute(" + source + ")", dialect).stream().collect(Collectors.joining(" ; ")));
    }

    /// The statements of the instructions of an `upgrade()`.
    public List<String> ofAll(String instructions, Dialect dialect) throws IOException {
        var file = folder.resolve("revision.py");
        Files.writeString(file, "from alembic import op\n" + names + "\ndef upgrade():\n"
                + instructions.strip().indent(4));
        var revision = new Revision(new RevisionId("a"), List.of(), List.of(), List.of(), "", Optional.empty(),
                new RevisionFile(file, RevisionFile.Format.PYTHON, Map.of()));
        var occasion = new Occasion(dialect, Occasion.Mode.OFFLINE, Evolution.fromUnknown(dialect.grammar()));
        var script = reader.read(revision, Direction.UPGRADE, occasion).script();
        return script instanceof Script.Static(var statements, _)
                ? statements.stream().map(Statement::text).map(Printed::folded).toList()
                : List.of("! " + script.doubt().map(p -> p.message()).orElse(""));
    }

    static String folded(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }
}
