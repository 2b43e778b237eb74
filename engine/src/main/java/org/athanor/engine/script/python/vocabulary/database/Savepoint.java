package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.record.LiveDatabase;

/// `conn.begin_nested()`: a savepoint within the step's transaction.
final class Savepoint implements Value {
    private final LiveDatabase database;
    private final String name;
    private final int line;
    private boolean open = true;

    private Savepoint(LiveDatabase database, String name, int line) {
        this.database = database;
        this.name = name;
        this.line = line;
    }

    static Value begin(Connection connection, int line) {
        var database = connection.live()
                .orElseThrow(() -> PythonFault.live("Connection.begin_nested() sets a savepoint in the database"));
        var savepoint = new Savepoint(database, "sa_savepoint_" + line, line);
        database.send("SAVEPOINT " + savepoint.name, line);
        return savepoint;
    }

    @Override
    public String typeName() {
        return "NestedTransaction";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "commit" -> NativeFunction.of(member, "", _ -> end("RELEASE SAVEPOINT "));
            case "rollback" -> NativeFunction.of(member, "", _ -> end("ROLLBACK TO SAVEPOINT "));
            case "close" -> NativeFunction.of(member, "", _ -> open ? end("ROLLBACK TO SAVEPOINT ") : Nothing.NONE);
            case "is_active", "is_valid" -> Truth.of(open);
            default -> Value.super.attribute(member);
        };
    }

    private Value end(String words) {
        if (!open) {
            throw Errors.raised("ResourceClosedError", "This transaction is closed");
        }
        open = false;
        database.send(words + name, line);
        return Nothing.NONE;
    }

    @Override
    public Value enter() {
        return this;
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        if (open) {
            end(fault.isEmpty() ? "RELEASE SAVEPOINT " : "ROLLBACK TO SAVEPOINT ");
        }
        return false;
    }
}
