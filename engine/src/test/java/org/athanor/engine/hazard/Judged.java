package org.athanor.engine.hazard;

import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// What a judge without a database says of one step.
final class Judged {
    private Judged() {}

    /// `before` is raw SQL that made the schema, without being part of the plan; without any, nothing is known of it.
    static List<Hazard> step(Dialect dialect, String before, String... statements) {
        var schema = before.isEmpty()
                ? Evolution.fromUnknown(dialect.grammar())
                : Evolution.from(Schema.EMPTY, dialect.grammar());
        for (var statement : before.split(";", -1)) {
            schema = statement.isBlank() ? schema : schema.after(new Operation.Execute(statement));
        }
        return new Judge(dialect, Facts.NONE).hazards(
                new Script.Static(Stream.of(statements).map(Statement::of).toList()), schema);
    }

    /// `loses-data t.c`, or the table alone.
    static List<String> told(List<Hazard> hazards) {
        return hazards.stream().map(h -> h.kind().code() + h.table().map(t -> " " + t).orElse("")
                + h.column().map(c -> "." + c).orElse("")).toList();
    }
}
