package org.athanor.engine.script.python.vocabulary.database;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Statement;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.expressions.DriverText;
import org.athanor.engine.script.python.vocabulary.expressions.Execution;
import org.athanor.engine.script.python.vocabulary.live.ResultValue;
import org.athanor.engine.script.python.vocabulary.live.Results;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.type.SqlType;

/// Sends what is executed to the database, and gives what it answers.
final class LiveExecution {
    private static final Answer NOTHING = new Answer.Count(0);

    private final Connection connection;
    private final Results results;
    private final int line;

    LiveExecution(Connection connection, int line) {
        this.connection = connection;
        this.results = new Results(connection);
        this.line = line;
    }

    /// The result of a statement; with several sets of parameters only how many rows they changed.
    ResultValue execute(Value statement, List<Dictionary> sets) {
        return switch (sets.size()) {
            case 0 -> statement instanceof DdlValue ddl ? ofDdl(ddl) : one(statement);
            case 1 -> one(Execution.bound(statement, sets).getFirst());
            default -> many(statement, sets);
        };
    }

    private ResultValue ofDdl(DdlValue ddl) {
        ddl.operations(connection.product()).forEach(this::ask);
        return results.of(NOTHING, List.of());
    }

    private ResultValue one(Value statement) {
        Execution.refuseUnbound(statement);
        var operation = operation(statement);
        if (operation instanceof Operation.ExecuteExpression(Statement.Insert insert)) {
            var keyed = Results.keyed(insert);
            if (keyed.isPresent() && ask(new Operation.ExecuteExpression(keyed.get())) instanceof Answer.Rows key) {
                return results.ofInsert(key, Results.types(keyed.get()));
            }
            if (keyed.isPresent()) {
                return results.of(new Answer.Count(1), List.of());
            }
        }
        return results.of(ask(operation), operation instanceof Operation.ExecuteExpression(var expression)
                ? Results.types(expression)
                : List.<SqlType>of());
    }

    private ResultValue many(Value statement, List<Dictionary> sets) {
        long rows = 0;
        for (var filled : Execution.bound(statement, sets)) {
            rows += changed(ask(operation(filled)));
        }
        return results.of(new Answer.Count(rows), List.of());
    }

    private static long changed(Answer answer) {
        return answer instanceof Answer.Count(var count) ? count : 0;
    }

    private Operation operation(Value statement) {
        return Statements.operations(connection, statement).getFirst();
    }

    /// SQL of the driver's own, its parameters where the driver's marks are.
    ResultValue executeAsIs(String sql, Optional<Value> parameters) {
        var operations = DriverText.operations(sql, parameters, connection.product());
        if (operations.size() == 1) {
            return results.of(ask(operations.getFirst()), List.of());
        }
        long rows = 0;
        for (var operation : operations) {
            rows += changed(ask(operation));
        }
        return results.of(new Answer.Count(rows), List.of());
    }

    private Answer ask(Operation operation) {
        return connection.recorder().ask(operation, line).orElse(NOTHING);
    }
}
