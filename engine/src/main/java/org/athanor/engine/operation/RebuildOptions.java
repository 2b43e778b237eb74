package org.athanor.engine.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;

/// How a table is rebuilt: `copyFrom` replaces what the schema says; `moreConstraints` and `moreColumns` (`table_args`) and `settings`
/// (`table_kwargs`) are added; `reflectedColumns` (`reflect_args`) replace columns of the same name; `conventions` by their keys
/// (`ck`, `fk` …) name what has no name; `orders` are stretches of columns that must follow each other.
public record RebuildOptions(Recreate recreate, Optional<Table> copyFrom, List<Column> moreColumns,
        List<Constraint> moreConstraints, Map<String, Setting> settings, List<Column> reflectedColumns,
        Map<String, String> conventions, List<List<String>> orders, Map<String, Position> positions) {
    /// Whether the table is copied.
    public enum Recreate {
        AUTO, ALWAYS, NEVER
    }

    /// Where an added or altered column stands (`insert_before`, `insert_after`).
    public record Position(Optional<String> before, Optional<String> after) {}
}
