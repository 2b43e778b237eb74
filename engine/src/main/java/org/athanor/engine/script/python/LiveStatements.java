package org.athanor.engine.script.python;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.Constant;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.Conversation;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.vocabulary.live.DatabaseErrors;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;
import org.athanor.engine.sql.Statement;

/// Sends what a revision does while it is performed, each operation at the schema that the database has at that moment.
final class LiveStatements implements LiveDatabase {
    private static final Answer NOTHING = new Answer.Count(0);
    private static final String REBUILT = "_alembic_tmp_";
    private static final Constant ON = new Constant.Whole(BigInteger.ONE);

    private final Rendering rendering;
    private final Dialect dialect;
    private final Conversation conversation;
    private Optional<PythonFault> refused = Optional.empty();
    private Optional<RuntimeException> broken = Optional.empty();

    LiveStatements(Rendering rendering, Dialect dialect, Conversation conversation) {
        this.rendering = rendering;
        this.dialect = dialect;
        this.conversation = conversation;
    }

    @Override
    public Answer perform(Placed operation) {
        try {
            var statements = rendering.statements(operation, now());
            refuseToLoseRows(statements);
            var answer = NOTHING;
            for (var statement : statements) {
                answer = send(statement);
            }
            return answer;
        } catch (Unsupported e) {
            throw PythonFault.raised("CompileError", "%s; %s".formatted(e.message(), e.hint()));
        }
    }

    /// Where SQLite enforces foreign keys, the old table of a rebuild would take rows of others with it.
    private void refuseToLoseRows(List<Statement> statements) {
        boolean rebuilds = dialect.product() == Product.SQLITE
                && statements.stream().anyMatch(s -> s.text().startsWith("DROP TABLE"))
                && statements.stream().anyMatch(s -> s.text().contains(REBUILT));
        if (rebuilds && send(Statement.of("PRAGMA foreign_keys")) instanceof Answer.Rows(_, var rows)
                && rows.contains(List.of(ON))) {
            throw PythonFault.unreadable("A table is rebuilt by a step that asks the database, while foreign keys are"
                    + " enforced: rows that point at it would be lost. Leave foreign_keys out of the URL for this step");
        }
    }

    private Evolution now() {
        return Evolution.lookingUp(this::schema, dialect.grammar());
    }

    @Override
    public Answer send(String sql, int line) {
        return perform(new Placed(new Operation.Execute(sql), line));
    }

    private Answer send(Statement statement) {
        try {
            return guarded(() -> conversation.send(statement));
        } catch (SQLException e) {
            throw refused(e, statement.text());
        }
    }

    @Override
    public Schema schema() {
        try {
            return guarded(conversation::schema);
        } catch (SQLException e) {
            throw refused(e, "");
        }
    }

    private PythonFault refused(SQLException e, String sql) {
        var fault = DatabaseErrors.of(e, dialect.product().code(), sql);
        refused = Optional.of(fault);
        return fault;
    }

    /// Something that is asked of the conversation.
    private interface Question<T> {
        T ask() throws SQLException;
    }

    /// Once the conversation broke off, nothing more is said, whatever the file makes of it.
    private <T> T guarded(Question<T> question) throws SQLException {
        refuseIfBroken();
        try {
            return question.ask();
        } catch (RuntimeException e) {
            broken = Optional.of(e);
            throw e;
        }
    }

    void refuseIfBroken() {
        if (broken.isPresent()) {
            throw broken.get();
        }
    }

    /// Whether this is what the database said last, and not something that the file made of it.
    boolean isOfDatabase(PythonFault fault) {
        return refused.filter(r -> r.exception().equals(fault.exception())).isPresent();
    }
}
