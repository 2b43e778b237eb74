package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.sql.Statement;

/// What makes the actual schema into the wanted one, in an order in which nothing is missed by what depends on it; and what
/// no operation can mend.
public record Remedy(Comparison comparison, List<Operation> operations, List<Unmended> unmended) {
    public Remedy {
        operations = List.copyOf(operations);
        unmended = List.copyOf(unmended);
    }

    /// A difference that stays, and why.
    public record Unmended(SchemaDifference difference, String reason) {}

    /// The way up: from what is to what is wanted.
    public static Remedy of(Comparison comparison) {
        return switch (comparison.dialect().product()) {
            case POSTGRESQL -> new PostgreSqlRemedy(comparison).remedy();
            case SQLITE -> new SqliteRemedy(comparison).remedy();
        };
    }

    /// The way down: from what is wanted to what was.
    public static Remedy back(Comparison comparison) {
        return of(comparison.reversed());
    }

    /// The statements of all operations, each at the schema that the ones before it leave.
    public List<Statement> statements() throws Unsupported {
        var dialect = comparison.dialect();
        var statements = new ArrayList<Statement>();
        var now = Evolution.from(comparison.original(), dialect.grammar());
        for (var operation : operations) {
            statements.addAll(dialect.statements(operation, now));
            now = now.after(operation);
        }
        return statements;
    }
}
