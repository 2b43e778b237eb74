package org.athanor.engine.script.python.vocabulary;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.script.python.evaluation.Interpreter;
import org.athanor.engine.script.python.evaluation.Surroundings;
import org.athanor.engine.script.python.library.ReadableFiles;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.sql.Statement;

/// What the body of an `upgrade` function does.
final class Told {
    private static final String HEAD = """
            import enum
            import sqlalchemy as sa
            from alembic import context, op
            from sqlalchemy.dialects import mysql, postgresql, sqlite

            def upgrade():
            """;
    /// The line of the body's first line.
    static final int FIRST_LINE = (int) HEAD.lines().count() + 1;

    private Told() {}

    /// The operations that a body records.
    static List<Placed> operations(String product, String body) {
        return operations(new Vocabulary.Options(product, true, List.of(), Optional.empty()), body);
    }

    static List<Placed> operations(Vocabulary.Options options, String body) {
        var vocabulary = new Vocabulary(options);
        var surroundings = new Surroundings(vocabulary, Path.of("revision.py"),
                new ReadableFiles(Path.of("."), () -> {}), List.of(),
                (_, _) -> Optional.empty(), InstantSource.fixed(Instant.EPOCH), new Random(1),
                Surroundings.Limits.USUAL);
        try {
            Interpreter.module(PythonParser.parse(HEAD + body.indent(4)), surroundings).call("upgrade", Arguments.of());
        } catch (PythonSyntaxException e) {
            throw new AssertionError(e);
        }
        return vocabulary.operations();
    }

    /// The one operation of a body, on PostgreSQL.
    static Operation operation(String body) {
        var operations = operations("postgresql", body);
        if (operations.size() != 1) {
            throw new AssertionError("One operation was expected: " + operations);
        }
        return operations.getFirst().operation();
    }

    static List<String> postgresql(String body) {
        return statements(new PostgreSql(), operations("postgresql", body));
    }

    static List<String> sqlite(String body) {
        return statements(new Sqlite(), operations("sqlite", body));
    }

    /// The statements, white space folded.
    private static List<String> statements(Dialect dialect, List<Placed> operations) {
        var texts = new ArrayList<String>();
        var evolution = Evolution.fromUnknown();
        for (var placed : operations) {
            try {
                dialect.statements(placed.operation(), evolution).stream().map(Statement::text)
                        .map(text -> text.replaceAll("\\s+", " ")).forEach(texts::add);
            } catch (Unsupported e) {
                throw new AssertionError(e);
            }
            evolution = evolution.after(placed.operation());
        }
        return texts;
    }
}
