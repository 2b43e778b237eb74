package org.athanor.engine.database;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;

/// A file of statements that make a schema, such as `pg_dump -s` writes; loaded into a scratch database.
public final class SchemaFile {
    private static final Pattern POSITION = Pattern.compile("\n\\s*Position: (\\d+)");
    /// A scratch database is thrown away in any case; whether the file wants one transaction or many is no matter.
    private static final Set<String> TRANSACTIONS = Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK");
    /// PostgreSQL gets slower with each table that a transaction makes; 5,000 tables take it half the time in parts of this size.
    private static final int PART = 200;
    private static final Set<String> MAKES = Set.of("CREATE", "ALTER", "COMMENT");

    private final Path file;

    public SchemaFile(Path file) {
        this.file = file;
    }

    /// Carries out all statements; what the server refuses is told with its line.
    public void load(ScratchDatabase scratch) {
        var dialect = scratch.database().dialect();
        var scanner = new StatementScanner(dialect.syntax());
        var statements = statements(scanner);
        try (var connection = scratch.database().connect()) {
            connection.setAutoCommit(false);
            int made = 0;
            for (var statement : statements) {
                var words = scanner.leadingWords(statement.text(), 8);
                if (!TRANSACTIONS.contains(first(words))) {
                    if (!dialect.runsInTransaction(words)) {
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                    execute(connection, statement);
                    connection.setAutoCommit(false);
                    made += dialect.product() == Product.POSTGRESQL && MAKES.contains(first(words)) ? 1 : 0;
                    if (made == PART) {
                        connection.commit();
                        made = 0;
                    }
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, scratch.database().name()));
        }
    }

    private static String first(List<String> words) {
        return words.isEmpty() ? "" : words.getFirst();
    }

    private List<Statement> statements(StatementScanner scanner) {
        try {
            return scanner.scan(withoutCommands(Files.readString(file)), 1);
        } catch (StatementScanner.UnclosedText e) {
            throw new Refusal(Problem.at(file, e.line(), ProblemKind.BAD_SCHEMA,
                    "A quote or comment opens here and never closes", "Close it."));
        } catch (CharacterCodingException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.BAD_SCHEMA, "The file is not UTF-8 text",
                    "Save it as UTF-8."));
        } catch (IOException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.BAD_SCHEMA,
                    Files.exists(file) ? "The file can't be read: " + e.getMessage() : "There is no such file",
                    "Is the path right? It starts at the configuration's folder."));
        }
    }

    /// Commands of `psql` say nothing of the schema.
    private static String withoutCommands(String text) {
        return text.lines().map(line -> line.startsWith("\\") ? "" : line).collect(Collectors.joining("\n"));
    }

    private void execute(Connection connection, Statement statement) {
        try (var sent = connection.createStatement()) {
            sent.execute(statement.text());
        } catch (SQLException e) {
            var message = String.valueOf(e.getMessage());
            var position = POSITION.matcher(message);
            int line = statement.line() + (position.find()
                    ? (int) statement.text().substring(0, Math.min(Integer.parseInt(position.group(1)),
                            statement.text().length())).chars().filter(c -> c == '\n').count()
                    : 0);
            throw new Refusal(Problem.at(file, line, ProblemKind.BAD_SCHEMA,
                    POSITION.matcher(message).replaceAll("").strip(),
                    ScratchConnection.isObjection(e)
                            ? "Leave it out: the file is to say what the schema is like. Nothing was changed."
                            : "The message is the database's own. Nothing was changed: the file was tried in a scratch"
                                    + " database."));
        }
    }
}
