package org.athanor.engine.differential.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.python.PythonScriptReader;
import org.athanor.engine.sql.Statement;

/// Our engine, asked the same: it plans with what it reads from the file, and then runs the statements.
final class EngineBatch {
    private final Sqlite dialect = new Sqlite();

    BatchOutcome run(BatchCase question, SqliteFile file) throws IOException, SQLException {
        var source = file.path().resolveSibling("revision.py");
        Files.writeString(source, "from alembic import op\nimport sqlalchemy as sa\n"
                + "from sqlalchemy.dialects import postgresql, sqlite\nrevision = 'a'\n" + question.change());
        var reader = new PythonScriptReader(
                new PythonScriptReader.Around(List.<Path>of(), InstantSource.system(), new Random(0)),
                CallerArguments.NONE);
        var revision = new Revision(new RevisionId("a"), List.of(), List.of(), List.of(), "", Optional.empty(),
                new RevisionFile(source, RevisionFile.Format.PYTHON, Map.of()));
        var reading = reader.read(revision, Direction.UPGRADE,
                new Occasion(dialect, Occasion.Mode.ONLINE, evolution(file)));
        var obstacle = reading.script().doubt();
        if (obstacle.isPresent()) {
            return new BatchOutcome.Refused(obstacle.get().toString());
        }
        var statements = reading.script().statements().stream().map(Statement::text).toList();
        file.run(statements);
        return new BatchOutcome.Done(statements, file.contents());
    }

    Evolution evolution(SqliteFile file) throws SQLException {
        try (var connection = file.connect()) {
            return Evolution.from(Catalog.read(connection, dialect), dialect.grammar());
        }
    }
}
