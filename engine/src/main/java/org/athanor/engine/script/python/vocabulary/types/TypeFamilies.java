package org.athanor.engine.script.python.vocabulary.types;

import java.util.Map;

/// Which class of types extends which: `isinstance(column.type, sa.String)`.
final class TypeFamilies {
    private static final Map<String, String> PARENTS = Map.ofEntries(Map.entry("Text", "String"),
            Map.entry("Unicode", "String"), Map.entry("UnicodeText", "Text"), Map.entry("VARCHAR", "String"),
            Map.entry("NVARCHAR", "Unicode"), Map.entry("CHAR", "String"), Map.entry("NCHAR", "Unicode"),
            Map.entry("TEXT", "Text"), Map.entry("CLOB", "Text"), Map.entry("CITEXT", "TEXT"),
            Map.entry("SmallInteger", "Integer"), Map.entry("BigInteger", "Integer"), Map.entry("INTEGER", "Integer"),
            Map.entry("INT", "Integer"), Map.entry("SMALLINT", "SmallInteger"), Map.entry("BIGINT", "BigInteger"),
            Map.entry("NUMERIC", "Numeric"), Map.entry("DECIMAL", "Numeric"), Map.entry("Double", "Float"),
            Map.entry("FLOAT", "Float"), Map.entry("REAL", "Float"), Map.entry("DOUBLE", "Double"),
            Map.entry("DOUBLE_PRECISION", "Double"), Map.entry("BOOLEAN", "Boolean"), Map.entry("DATE", "Date"),
            Map.entry("TIME", "Time"), Map.entry("DATETIME", "DateTime"), Map.entry("TIMESTAMP", "DateTime"),
            Map.entry("BLOB", "LargeBinary"), Map.entry("BYTEA", "LargeBinary"), Map.entry("UUID", "Uuid"),
            Map.entry("JSONB", "JSON"), Map.entry("ENUM", "Enum"), Map.entry("Enum", "String"));

    private TypeFamilies() {}

    static boolean isWithin(String type, String ancestor) {
        for (var name = type; name != null; name = PARENTS.get(name)) {
            if (name.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }
}
