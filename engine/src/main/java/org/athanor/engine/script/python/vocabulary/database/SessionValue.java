package org.athanor.engine.script.python.vocabulary.database;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;
import org.athanor.engine.script.python.vocabulary.record.Recorder;

/// `Session(bind=op.get_bind())` on a live database. It joins the step's transaction: its commit sends what waits and commits
/// nothing, as SQLAlchemy's doesn't where a connection has a transaction already.
final class SessionValue implements Connection {
    private final Connection bind;
    private final Unit unit;

    SessionValue(Connection bind) {
        this.bind = bind;
        this.unit = new Unit(bind);
    }

    @Override
    public Recorder recorder() {
        return bind.recorder();
    }

    @Override
    public String product() {
        return bind.product();
    }

    @Override
    public String typeName() {
        return "Session";
    }

    @Override
    public Value attribute(String name) {
        return rows(name).or(() -> objects(name)).or(() -> transaction(name)).orElseGet(() -> other(name));
    }

    private Optional<Value> rows(String name) {
        return Optional.ofNullable(switch (name) {
            case "execute", "scalar", "scalars" -> new EntityExecution(bind, unit).function(name);
            case "query" -> NativeFunction.of("Session.query", "*entities",
                    b -> QueryValue.of(bind, unit, b.rest()));
            case "get" -> NativeFunction.of("Session.get", "entity, ident, **kw",
                    b -> QueryValue.of(bind, unit, List.of(b.get("entity"))).get(b.get("ident")));
            default -> null;
        });
    }

    private Optional<Value> objects(String name) {
        return Optional.ofNullable(switch (name) {
            case "add" -> NativeFunction.of("Session.add", "instance", b -> unit.add(b.get("instance")));
            case "add_all", "bulk_save_objects" -> NativeFunction.of("Session." + name, "instances, **kw", b -> {
                b.get("instances").iterator().forEachRemaining(unit::add);
                return Nothing.NONE;
            });
            case "delete" -> NativeFunction.of("Session.delete", "instance", b -> unit.delete(b.get("instance")));
            case "flush" -> NativeFunction.of("Session.flush", "objects=None", _ -> unit.flush());
            case "expunge", "expire", "refresh" -> throw unread(name);
            case "expunge_all", "expire_all" -> NativeFunction.of("Session." + name, "", _ -> unit.flush());
            default -> null;
        });
    }

    private Optional<Value> transaction(String name) {
        return Optional.ofNullable(switch (name) {
            case "commit" -> NativeFunction.of("Session.commit", "", _ -> unit.flush());
            case "close" -> NativeFunction.of("Session.close", "", _ -> unit.forget());
            case "remove" -> NativeFunction.of("scoped_session.remove", "", _ -> unit.forget());
            case "rollback" -> NativeFunction.of("Session.rollback", "", _ -> unit.rollBack());
            case "begin" -> NativeFunction.of("Session.begin", "", _ -> new SessionBlock(this, unit));
            case "begin_nested" -> NativeFunction.of("Session.begin_nested", "", b -> {
                unit.flush();
                return Savepoint.begin(bind, b.line());
            });
            case "no_autoflush" -> new TransparentBlock(this);
            case "is_active" -> Truth.TRUE;
            default -> null;
        });
    }

    private Value other(String name) {
        return switch (name) {
            case "bind" -> bind;
            case "connection", "get_bind" -> NativeFunction.of("Session." + name, "**kw", _ -> bind);
            default -> throw unread(name);
        };
    }

    private static PythonFault unread(String name) {
        return PythonFault.unreadable("Session.%s isn't read here".formatted(name));
    }

    @Override
    public Value enter() {
        return this;
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        unit.forget();
        return false;
    }
}
