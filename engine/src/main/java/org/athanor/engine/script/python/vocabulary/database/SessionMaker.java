package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Connection;

/// `Session`, and what `sessionmaker()` and `scoped_session()` give: a session of a connection.
final class SessionMaker implements Value {
    private final LiveClass otherwise;
    private Optional<Connection> bind;
    private Optional<SessionValue> only = Optional.empty();
    private final boolean scoped;

    SessionMaker(LiveClass otherwise, Optional<Connection> bind, boolean scoped) {
        this.otherwise = otherwise;
        this.bind = bind;
        this.scoped = scoped;
    }

    /// The maker that a call of `sessionmaker` or `scoped_session` gives.
    static Value of(LiveClass otherwise, Arguments arguments, boolean scoped) {
        var inner = arguments.positions().stream().filter(SessionMaker.class::isInstance).map(SessionMaker.class::cast)
                .findFirst().flatMap(m -> m.bind);
        return new SessionMaker(otherwise, inner.or(() -> bind(arguments)), scoped);
    }

    private static Optional<Connection> bind(Arguments arguments) {
        return Optional.ofNullable(arguments.named().get("bind")).or(() -> arguments.positions().stream().findFirst())
                .filter(Connection.class::isInstance).map(Connection.class::cast);
    }

    @Override
    public String typeName() {
        return otherwise.typeName();
    }

    @Override
    public Value call(Arguments arguments) {
        return bind(arguments).or(() -> bind).filter(b -> b.live().isPresent()).<Value>map(this::session)
                .orElseGet(() -> new LiveValue("Session", otherwise.reason()));
    }

    private SessionValue session(Connection connection) {
        if (scoped) {
            only = only.or(() -> Optional.of(new SessionValue(connection)));
            return only.get();
        }
        return new SessionValue(connection);
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "configure" -> NativeFunction.of(member, "**kw", b -> {
                bind = Optional.ofNullable(b.namedRest().get("bind")).filter(Connection.class::isInstance)
                        .map(Connection.class::cast).or(() -> bind);
                return Nothing.NONE;
            });
            case "begin" -> NativeFunction.of(member, "", _ -> call(Arguments.of()));
            default -> scoped && bind.flatMap(Connection::live).isPresent()
                    ? call(Arguments.of()).attribute(member)
                    : otherwise.attribute(member);
        };
    }

    @Override
    public boolean takesUnresolved() {
        return true;
    }
}
