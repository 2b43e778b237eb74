package org.athanor.engine.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// An enumeration after `ALTER TYPE`.
final class EnumerationValues {
    private EnumerationValues() {}

    static SqlType.Enumeration after(SqlType.Enumeration type, SqlEffect.EnumerationChange change) {
        return switch (change) {
            case SqlEffect.EnumerationChange.Adds(var value, var before, var after) ->
                with(type, added(type.values(), value, before, after));
            case SqlEffect.EnumerationChange.RenamesValue(var value, var newValue) ->
                with(type, type.values().stream().map(v -> v.equals(value) ? newValue : v).toList());
            case SqlEffect.EnumerationChange.Renames(TableName newName) -> new SqlType.Enumeration(type.values(),
                    Optional.of(Name.written(newName.name())), newName.schema(), type.making(), type.nativeType(),
                    type.checked(), type.length());
        };
    }

    private static List<String> added(List<String> values, String value, Optional<String> before,
            Optional<String> after) {
        if (values.contains(value)) {
            return values;
        }
        var all = new ArrayList<>(values);
        int place = before.map(all::indexOf).or(() -> after.map(a -> all.indexOf(a) + 1)).orElse(all.size());
        all.add(Math.max(place, 0), value);
        return all;
    }

    private static SqlType.Enumeration with(SqlType.Enumeration type, List<String> values) {
        return new SqlType.Enumeration(values, type.name(), type.schema(), type.making(), type.nativeType(),
                type.checked(), type.length());
    }
}
