package org.athanor.engine.schema;

import java.util.List;
import java.util.Map;

import org.athanor.engine.expression.SqlExpression;

/// The value of an option that belongs to one product (`postgresql_where=…`).
public sealed interface Setting {
    record Text(String value) implements Setting {}

    record Flag(boolean value) implements Setting {}

    record Names(List<String> values) implements Setting {
        public Names {
            values = List.copyOf(values);
        }
    }

    /// In the order in which they were written.
    record Pairs(List<Map.Entry<String, String>> values) implements Setting {
        public Pairs {
            values = List.copyOf(values);
        }
    }

    record Sql(SqlExpression value) implements Setting {}
}
