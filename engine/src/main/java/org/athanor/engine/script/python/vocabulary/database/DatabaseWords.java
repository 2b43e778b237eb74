package org.athanor.engine.script.python.vocabulary.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unknown;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.live.Inspector;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.types.Compiled;

/// The words that lead to a live database: inspection, sessions, engines.
public final class DatabaseWords {
    private static final String INSPECTION = "asks the database what it has";
    private static final String SESSION = "the ORM works on rows that the database has";

    private static final Map<String, String> DIALECTS = Map.of("postgresql", "PGDialect", "sqlite", "SQLiteDialect",
            "mysql", "MySQLDialect", "mssql", "MSDialect", "oracle", "OracleDialect");

    private DatabaseWords() {}

    /// By the modules that have them.
    public static Map<String, Map<String, Supplier<Value>>> modules() {
        var modules = new HashMap<String, Map<String, Supplier<Value>>>(OrmWords.modules());
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
        modules.put("sqlalchemy.event", Map.of("listens_for", DatabaseWords::listens, "listen",
                DatabaseWords::listens));
        modules.put("sqlalchemy.ext.compiler", Map.of());
        DIALECTS.forEach((product, name) -> {
            Supplier<Value> dialect = () -> new DialectClass(product);
            modules.put("sqlalchemy.dialects." + product, Map.of("dialect", dialect, name, dialect));
            modules.put("sqlalchemy.dialects." + product + ".base", Map.of("dialect", dialect, name, dialect));
        });
        return modules;
    }

    private static Value inspect() {
        return NativeFunction.of("inspect", "subject, raiseerr=True", b -> b.get("subject") instanceof Connection bind
                ? inspector(bind, "sqlalchemy.inspect()")
                : new LiveValue("Mapper", SESSION));
    }

    private static Value inspector(Value bind, String asked) {
        return bind instanceof Connection connection && connection.live().isPresent()
                ? new Inspector(connection.product(), connection.live().get())
                : new LiveValue("Inspector", asked + " " + INSPECTION);
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
                            b -> inspector(b.get("bind"), "Inspector.from_engine()"))
                    : Value.super.attribute(name);
        }

        @Override
        public Value call(Arguments arguments) {
            var bind = arguments.positions().stream().findFirst()
                    .or(() -> Optional.ofNullable(arguments.named().get("bind"))).orElse(Nothing.NONE);
            return inspector(bind, "Inspector()");
        }
    }

    private static Value engine(String name) {
        return UnreadValue.unreadable(name, "a revision that connects to a database by itself isn't read");
    }

    private static Value connection(String name) {
        return UnreadValue.unreadable(name, "a revision gets its connection by op.get_bind()");
    }

    /// `event.listen(engine, …)` and `@event.listens_for(engine, …)`: engines and sessions say nothing here. Tables would:
    /// their listeners may add statements.
    private static Value listens() {
        return NativeFunction.of("event.listen", "target, identifier, fn=None, *args, **kw", b -> {
            if (!(b.get("target") instanceof Unknown)) {
                throw PythonFault.unreadableFile("Listeners of a %s aren't read: they may add statements"
                        .formatted(b.get("target").typeName()));
            }
            return NativeFunction.of("decorate", "fn", f -> f.get("fn"));
        });
    }

    /// `@compiles(Construct, "postgresql")`, for an evaluation that speaks of a product.
    public static Value compiles(String product) {
        return NativeFunction.of("compiles", "class_, *specs", b -> NativeFunction.of("decorate", "fn", f -> {
            var products = b.rest().isEmpty() ? List.of("") : b.rest().stream().map(Value::shown).toList();
            if (b.get("class_") instanceof Compiled construct) {
                products.forEach(p -> construct.compiledBy(f.get("fn"), p));
            } else if (products.contains("") || products.contains(product)) {
                throw PythonFault.unreadableFile(
                        "@compiles gives a construct of SQLAlchemy other words; that isn't read");
            }
            return f.get("fn");
        }));
    }
}
