package org.athanor.engine.script.python.vocabulary.database;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.record.Recorder;

/// `op.get_bind()`: statements that it executes are recorded; what they answer only the database knows.
public record BindValue(String product, Recorder recorder) implements Connection {
    @Override
    public String typeName() {
        return "Connection";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "dialect" -> new DialectValue(product);
            case "engine", "bind" -> this;
            case "name" -> new Text(product);
            case "execute" -> NativeFunction.of("Connection.execute",
                    "statement, parameters=None, execution_options=None", this::execute);
            case "exec_driver_sql" -> NativeFunction.of("Connection.exec_driver_sql",
                    "statement, parameters=None, execution_options=None", this::executeAsIs);
            case "execution_options" -> NativeFunction.of("Connection.execution_options", "**opt", this::options);
            case "connect" -> NativeFunction.of("Engine.connect", "", _ -> new TransparentBlock(this));
            case "close" -> NativeFunction.of("Connection.close", "", _ -> Nothing.NONE);
            case "in_transaction" -> NativeFunction.of("Connection.in_transaction", "", _ -> Truth.TRUE);
            case "scalar", "scalars" -> NativeFunction.of("Connection." + member, "*args, **kw", _ -> rows());
            case "begin", "begin_nested", "commit", "rollback", "get_transaction" -> throw PythonFault.unreadable(
                    "Connection.%s: a revision that manages its transaction itself isn't read".formatted(member));
            default -> throw PythonFault.live("Connection.%s asks the database".formatted(member));
        };
    }

    private static Value rows() {
        return new LiveValue("CursorResult", "reads rows that the database has");
    }

    private Value execute(Bound bound) {
        Statements.execute(this, bound.get("statement"), bound.given("parameters"), bound.line());
        return rows();
    }

    private Value executeAsIs(Bound bound) {
        if (bound.given("parameters").isPresent()) {
            throw PythonFault.unreadable("Connection.exec_driver_sql() with parameters isn't read");
        }
        Statements.executeAsIs(this, bound.get("statement"), bound.line());
        return rows();
    }

    private Value options(Bound bound) {
        if (bound.namedRest().containsKey("isolation_level")) {
            throw PythonFault.unreadable("Connection.execution_options(isolation_level=…): use op.get_context()"
                    + ".autocommit_block() for what must run outside of the transaction");
        }
        return this;
    }

    @Override
    public Value enter() {
        return this;
    }
}
