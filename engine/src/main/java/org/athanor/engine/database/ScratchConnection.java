package org.athanor.engine.database;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.athanor.engine.guard.ScratchGate;
import org.jspecify.annotations.Nullable;

/// A connection to a scratch database: whoever holds it, nothing is sent that reaches beyond that database.
final class ScratchConnection implements Fence.Rules {
    /// Code 0A000: what isn't supported here.
    private static final String NOT_HERE = "0A000";
    private static final String NOT_TRIED = "It isn't tried in a scratch database: ";

    private final ScratchGate gate;

    private ScratchConnection(ScratchGate gate) {
        this.gate = gate;
    }

    static Connection of(Connection connection, ScratchGate gate) {
        return Fence.around(connection, new ScratchConnection(gate));
    }

    /// Whether it was said here, and not by the database.
    static boolean isObjection(SQLException e) {
        return NOT_HERE.equals(e.getSQLState()) && String.valueOf(e.getMessage()).startsWith(NOT_TRIED);
    }

    @Override
    public void check(Class<?> face, Method method, List<@Nullable Object> arguments) throws SQLException {
        var name = method.getName();
        boolean sends = name.startsWith("execute") || name.startsWith("prepare") || name.equals("addBatch");
        if (sends && !arguments.isEmpty() && arguments.getFirst() instanceof String sql) {
            var objection = gate.objection(sql);
            if (objection.isPresent()) {
                throw new SQLException(NOT_TRIED + objection.get(), NOT_HERE);
            }
        }
    }
}
