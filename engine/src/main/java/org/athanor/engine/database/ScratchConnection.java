package org.athanor.engine.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.athanor.engine.guard.ScratchGate;
import org.jspecify.annotations.Nullable;

/// A connection to a scratch database: whoever holds it, nothing is sent that reaches beyond that database.
final class ScratchConnection {
    /// Code 0A000: what isn't supported here.
    private static final String NOT_HERE = "0A000";
    private static final String NOT_TRIED = "It isn't tried in a scratch database: ";

    private final Connection connection;
    private final ScratchGate gate;

    private ScratchConnection(Connection connection, ScratchGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    static Connection of(Connection connection, ScratchGate gate) {
        var guarded = new ScratchConnection(connection, gate);
        return proxy(Connection.class, guarded::onConnection);
    }

    /// Whether it was said here, and not by the database.
    static boolean isObjection(SQLException e) {
        return NOT_HERE.equals(e.getSQLState()) && String.valueOf(e.getMessage()).startsWith(NOT_TRIED);
    }

    private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        check(method, arguments);
        var answer = call(connection, method, arguments);
        return switch (method.getName()) {
            case "createStatement" -> guarded(Statement.class, answer, proxy);
            case "prepareStatement" -> guarded(PreparedStatement.class, answer, proxy);
            case "prepareCall" -> guarded(CallableStatement.class, answer, proxy);
            default -> answer;
        };
    }

    private <S extends Statement> S guarded(Class<S> type, @Nullable Object real, Object owner) {
        return proxy(type, (_, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return owner;
            }
            check(method, arguments);
            return call(real, method, arguments);
        });
    }

    private void check(Method method, Object @Nullable [] arguments) throws SQLException {
        var name = method.getName();
        boolean sends = name.startsWith("execute") || name.startsWith("prepare") || name.equals("addBatch");
        if (sends && arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            var objection = gate.objection(sql);
            if (objection.isPresent()) {
                throw new SQLException(NOT_TRIED + objection.get(), NOT_HERE);
            }
        }
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type
                .cast(Proxy.newProxyInstance(ScratchConnection.class.getClassLoader(), new Class<?>[]{type}, handler));
    }

    private static @Nullable Object call(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Optional.ofNullable(e.getCause()).orElse(e);
        }
    }
}
