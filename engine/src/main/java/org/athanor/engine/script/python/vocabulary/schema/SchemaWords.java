package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Map;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Value;

/// The words for tables and what they are made of.
public final class SchemaWords {
    private SchemaWords() {}

    /// `sa.Table`
    public static Value table() {
        return TableCommands.maker();
    }

    /// `sa.Column`
    public static Value column() {
        return ColumnArguments.maker();
    }

    /// By their names in `sqlalchemy` and `sqlalchemy.schema`.
    public static Map<String, Supplier<Value>> all() {
        return Map.ofEntries(Map.entry("Column", ColumnArguments::maker), Map.entry("Table", TableCommands::maker),
                Map.entry("MetaData", MetadataValue::maker), Map.entry("ForeignKey", ForeignKeyValue::maker),
                Map.entry("PrimaryKeyConstraint", Constraints::primaryKey),
                Map.entry("UniqueConstraint", Constraints::unique), Map.entry("CheckConstraint", Constraints::check),
                Map.entry("ForeignKeyConstraint", Constraints::foreignKey), Map.entry("Index", IndexValue::maker),
                Map.entry("Sequence", SequenceValue::maker), Map.entry("Computed", FillingValue::computed),
                Map.entry("Identity", FillingValue::identity), Map.entry("FetchedValue", FillingValue::fetched),
                Map.entry("DefaultClause", FillingValue::defaultClause));
    }
}
