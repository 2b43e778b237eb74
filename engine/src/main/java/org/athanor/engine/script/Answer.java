package org.athanor.engine.script;

import java.util.List;

import org.athanor.engine.expression.Constant;

/// What a database answers to a statement.
public sealed interface Answer {
    /// Rows, each with a value per column. Values are as the database has them: what is a Boolean to a script may be a number
    /// here, and a JSON document is a text whose column says so.
    record Rows(List<Column> columns, List<List<Constant>> rows) implements Answer {
        public Rows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// How many rows were changed; 0 where the database doesn't count.
    record Count(long rows) implements Answer {}

    /// A column of the answer: its name, and the database's word for its type where values don't tell it (`jsonb`).
    record Column(String name, String typeName) {}
}
