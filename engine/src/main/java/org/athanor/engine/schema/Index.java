package org.athanor.engine.schema;

import java.util.List;
import java.util.Map;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.type.Name;

/// An index; `settings` by their full names (`postgresql_using`, `sqlite_where`).
public record Index(Name name, List<Element> elements, boolean unique, Map<String, Setting> settings) {
    public Index {
        elements = List.copyOf(elements);
        settings = Map.copyOf(settings);
    }

    /// What is indexed: a column or an expression.
    public sealed interface Element {
        record OfColumn(String column) implements Element {}

        record OfExpression(SqlExpression expression) implements Element {}
    }
}
