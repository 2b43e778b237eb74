package org.athanor.engine.script.python.vocabulary.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.ConventionalName;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.DriverText;
import org.athanor.engine.script.python.vocabulary.expressions.Execution;
import org.athanor.engine.script.python.vocabulary.record.Connection;

/// Records what is executed: texts, statements, and constructs that create and drop things.
public final class Statements {
    private Statements() {}

    /// A statement, once for each set of parameters; what it gives.
    public static Value execute(Connection connection, Value statement, Optional<Value> parameters, int line) {
        var sets = parameters.map(Statements::sets).orElse(List.of());
        if (connection.live().isPresent()) {
            return new LiveExecution(connection, line).execute(statement, sets);
        }
        if (sets.isEmpty()) {
            operations(connection, statement).forEach(o -> connection.recorder().record(o, line));
            return rows();
        }
        Execution.bound(statement, sets).forEach(s -> connection.recorder().record(Execution.statement(s), line));
        return rows();
    }

    /// What nobody knows before the database is asked.
    static Value rows() {
        return new LiveValue("CursorResult", "reads rows that the database has");
    }

    static List<Operation> operations(Connection connection, Value statement) {
        return switch (statement) {
            case DdlValue ddl -> ddl.operations(connection.product());
            case ConventionalName name -> List.of(Execution.statement(name.text()));
            case Unknown unknown -> throw unknown.used();
            default -> List.of(Execution.statement(statement));
        };
    }

    /// SQL of the driver's own.
    static Value executeAsIs(Connection connection, Value statement, Optional<Value> parameters, int line) {
        var sql = Given.asText(statement)
                .orElseThrow(() -> PythonFault.raised("TypeError", "Connection.exec_driver_sql() takes a text"));
        if (connection.live().isPresent()) {
            return new LiveExecution(connection, line).executeAsIs(sql, parameters);
        }
        DriverText.operations(sql, parameters, connection.product())
                .forEach(o -> connection.recorder().record(o, line));
        return rows();
    }

    static List<Dictionary> sets(Value parameters) {
        if (parameters instanceof Dictionary one) {
            return one.entries().isEmpty() ? List.of() : List.of(one);
        }
        var sets = new ArrayList<Dictionary>();
        parameters.iterator().forEachRemaining(v -> {
            if (!(v instanceof Dictionary set)) {
                throw PythonFault.raised("ArgumentError",
                        "List of dictionaries expected as the parameters of execute()");
            }
            sets.add(set);
        });
        return sets;
    }
}
