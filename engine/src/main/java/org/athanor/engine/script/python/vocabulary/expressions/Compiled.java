package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.postgresql.PostgreSql;
import org.athanor.engine.dialect.sqlite.Sqlite;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;

/// What `expression.compile(…)` gives: its text is the expression's SQL.
record Compiled(String sql) implements Value {
    static Value method(SqlExpression expression) {
        return NativeFunction.of("compile", "bind=None, dialect=None, compile_kwargs=None, **kw",
                bound -> new Compiled(sql(expression, bound)));
    }

    private static String sql(SqlExpression expression, Bound bound) {
        var dialect = bound.given("dialect").or(() -> bound.given("bind")).flatMap(Compiled::dialect)
                .orElseThrow(
                        () -> PythonFault.unreadable("compile() is read only with a dialect of PostgreSQL or SQLite"));
        if (!hasValuesInPlace(bound) && !(expression instanceof SqlExpression.Word)) {
            throw PythonFault.unreadable(
                    "compile() is read only with compile_kwargs={\"literal_binds\": True}, values in place");
        }
        try {
            return dialect.text(expression);
        } catch (Unsupported e) {
            throw PythonFault.raised("CompileError", e.message());
        }
    }

    private static boolean hasValuesInPlace(Bound bound) {
        return bound.given("compile_kwargs").filter(Dictionary.class::isInstance).map(Dictionary.class::cast)
                .flatMap(options -> Optional.ofNullable(options.entries().get(new Text("literal_binds"))))
                .map(Value::truth).orElse(false);
    }

    private static Optional<Dialect> dialect(Value value) {
        var name = value instanceof Connection connection ? connection.product() : value.attribute("name").shown();
        return Product.named(name).map(product -> switch (product) {
            case POSTGRESQL -> new PostgreSql();
            case SQLITE -> new Sqlite();
        });
    }

    @Override
    public String typeName() {
        return "Compiled";
    }

    @Override
    public Value attribute(String name) {
        return name.equals("string") ? new Text(sql) : Value.super.attribute(name);
    }

    @Override
    public String shown() {
        return sql;
    }
}
