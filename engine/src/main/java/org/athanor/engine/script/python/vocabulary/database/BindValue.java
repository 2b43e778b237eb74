package org.athanor.engine.script.python.vocabulary.database;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.record.Recorder;

/// `op.get_bind()`: statements that it executes are recorded, or sent where there is a database: only that knows what
/// they answer.
public record BindValue(String product, Recorder recorder) implements Connection {
    private static final String EXECUTE = "statement, *parameters, execution_options=None, **kw";

    @Override
    public String typeName() {
        return "Connection";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "dialect" -> new DialectValue(product, live());
            case "engine", "bind" -> this;
            case "name" -> new Text(product);
            case "execute" -> NativeFunction.of("Connection.execute", EXECUTE, this::execute);
            case "exec_driver_sql" -> NativeFunction.of("Connection.exec_driver_sql",
                    "statement, parameters=None, execution_options=None", this::executeAsIs);
            case "execution_options" -> NativeFunction.of("Connection.execution_options", "**opt", this::options);
            case "connect" -> NativeFunction.of("Engine.connect", "", _ -> new TransparentBlock(this));
            case "close" -> NativeFunction.of("Connection.close", "", _ -> Nothing.NONE);
            case "in_transaction" -> NativeFunction.of("Connection.in_transaction", "", _ -> Truth.TRUE);
            case "scalar", "scalars" -> NativeFunction.of("Connection." + member, EXECUTE, b -> part(member, b));
            case "begin_nested" -> NativeFunction.of("Connection.begin_nested", "",
                    b -> Savepoint.begin(this, b.line()));
            case "begin", "commit", "rollback", "get_transaction" -> throw PythonFault.unreadable(
                    "Connection.%s: a revision that manages its transaction itself isn't read".formatted(member));
            case "closed", "invalidated" -> Truth.FALSE;
            case "in_nested_transaction" -> NativeFunction.of("Connection." + member, "", _ -> Truth.FALSE);
            case "has_table" -> LiveDialect.hasTable(this);
            default -> throw unread(member);
        };
    }

    /// Parameters in a dictionary or a list of them, or one by one, as they were before 2.0.
    private Value execute(Bound bound) {
        var parameters = bound.namedRest().isEmpty()
                ? positions(bound.rest())
                : Optional.<Value>of(Dictionary.of(bound.namedRest()));
        return Statements.execute(this, bound.get("statement"), parameters, bound.line());
    }

    private static Optional<Value> positions(List<Value> given) {
        return switch (given.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(given.getFirst()).filter(v -> v != Nothing.NONE);
            default -> Optional.of(new Sequence(given));
        };
    }

    /// One value, or the first one of each row, of what `execute` gives.
    private Value part(String member, Bound bound) {
        var result = execute(bound);
        return isLive() ? result.attribute(member).call(Arguments.of()) : result;
    }

    private boolean isLive() {
        return live().isPresent();
    }

    private Value executeAsIs(Bound bound) {
        return Statements.executeAsIs(this, bound.get("statement"), bound.given("parameters"), bound.line());
    }

    private Value options(Bound bound) {
        if (bound.namedRest().containsKey("isolation_level")) {
            throw PythonFault.unreadable("Connection.execution_options(isolation_level=…): use op.get_context()"
                    + ".autocommit_block() for what must run outside of the transaction");
        }
        return this;
    }

    private PythonFault unread(String member) {
        return isLive()
                ? PythonFault.unreadable("Connection.%s isn't read here".formatted(member))
                : PythonFault.live("Connection.%s asks the database".formatted(member));
    }

    @Override
    public Value enter() {
        return this;
    }
}
