package org.athanor.engine.script.python.vocabulary.database;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;

/// The words that lead to a live database: inspection, sessions, engines.
public final class DatabaseWords {
    private static final String INSPECTION = "asks the database what it has";
    private static final String SESSION = "the ORM works on rows that the database has";

    private DatabaseWords() {}

    /// By the modules that have them.
    public static Map<String, Map<String, Supplier<Value>>> modules() {
        var modules = new HashMap<String, Map<String, Supplier<Value>>>();
        modules.put("sqlalchemy", Map.of("inspect", DatabaseWords::inspect, "Inspector", DatabaseWords::inspector,
                "create_engine", () -> engine("create_engine"), "Connection", () -> connection("Connection"), "Engine",
                () -> connection("Engine")));
        modules.put("sqlalchemy.inspection", Map.of("inspect", DatabaseWords::inspect));
        modules.put("sqlalchemy.engine", Map.of("Inspector", DatabaseWords::inspector, "Connection",
                () -> connection("Connection"), "Engine", () -> connection("Engine"), "create_engine",
                () -> engine("create_engine")));
        modules.put("sqlalchemy.engine.base", Map.of("Connection", () -> connection("Connection"), "Engine",
                () -> connection("Engine")));
        modules.put("sqlalchemy.engine.reflection", Map.of("Inspector", DatabaseWords::inspector));
        modules.put("sqlalchemy.event", Map.of("listens_for", DatabaseWords::untouched, "listen",
                () -> UnreadValue.unreadable("event.listen", "listeners aren't read")));
        modules.put("sqlalchemy.ext.compiler", Map.of("compiles", DatabaseWords::untouched));
        return modules;
    }

    private static Value inspect() {
        return NativeFunction.of("inspect", "subject, raiseerr=True", b -> b.get("subject") instanceof Connection
                ? new LiveValue("Inspector", "sqlalchemy.inspect() " + INSPECTION)
                : new LiveValue("Mapper", SESSION));
    }

    private static Value inspector() {
        return new InspectorClass();
    }

    /// `Inspector.from_engine(bind)`
    private record InspectorClass() implements Value {
        @Override
        public String typeName() {
            return "type";
        }

        @Override
        public Value attribute(String name) {
            return name.equals("from_engine")
                    ? NativeFunction.of("Inspector.from_engine", "bind",
                            _ -> new LiveValue("Inspector", "Inspector.from_engine() " + INSPECTION))
                    : Value.super.attribute(name);
        }

        @Override
        public Value call(Arguments arguments) {
            return new LiveValue("Inspector", "Inspector() " + INSPECTION);
        }
    }

    private static Value engine(String name) {
        return UnreadValue.unreadable(name, "a revision that connects to a database by itself isn't read");
    }

    private static Value connection(String name) {
        return UnreadValue.unreadable(name, "a revision gets its connection by op.get_bind()");
    }

    /// A decorator that leaves what it decorates as it is: the construct itself says what isn't read.
    private static Value untouched() {
        return NativeFunction.of("compiles", "*args, **kw",
                _ -> NativeFunction.of("decorate", "fn", b -> b.get("fn")));
    }
}
