package org.athanor.engine.dialect.postgresql;

import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// The qualified names of types of their own.
final class TypeName {
    private TypeName() {}

    static TableName of(SqlType.Enumeration type) {
        return new TableName(type.schema(), type.name().map(Name::text).orElse(""));
    }

    static TableName of(SqlType.Domain type) {
        return new TableName(type.schema(), type.name().text());
    }
}
