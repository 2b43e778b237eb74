package org.athanor.engine.script.python.vocabulary.live;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.types.GenericTypes;
import org.athanor.engine.script.python.vocabulary.types.PostgresqlTypes;
import org.athanor.engine.script.python.vocabulary.types.TypeInstance;
import org.athanor.engine.type.SqlType;

/// The types of columns that a database has, as instances of the classes that SQLAlchemy would take.
final class ReflectedTypes {
    private ReflectedTypes() {}

    static Value of(SqlType type, Dialect dialect) {
        var name = name(type, dialect);
        var made = PostgresqlTypes.all().get(name);
        var known = made == null ? GenericTypes.all().get(name) : made;
        return new TypeInstance(known == null ? GenericTypes.nullType() : known, type, arguments(type));
    }

    private static String name(SqlType type, Dialect dialect) {
        return switch (type) {
            case SqlType.Enumeration _ -> "ENUM";
            case SqlType.Array _ -> "ARRAY";
            case SqlType.Floating(var kind, _) when kind == SqlType.Floating.Kind.DOUBLE_PRECISION ->
                "DOUBLE_PRECISION";
            default -> firstWord(type, dialect);
        };
    }

    private static String firstWord(SqlType type, Dialect dialect) {
        try {
            return dialect.text(type).split("[ (]", 2)[0].toUpperCase(Locale.ROOT);
        } catch (Unsupported _) {
            return "";
        }
    }

    private static Map<String, Value> arguments(SqlType type) {
        var arguments = new HashMap<String, Value>();
        switch (type) {
            case SqlType.Characters(_, var length, _) -> length.ifPresent(l -> arguments.put("length", Whole.of(l)));
            case SqlType.Exact(_, var precision, var scale) -> {
                precision.ifPresent(p -> arguments.put("precision", Whole.of(p)));
                scale.ifPresent(s -> arguments.put("scale", Whole.of(s)));
            }
            default -> {
                // Nothing that anybody asks for.
            }
        }
        return arguments;
    }
}
