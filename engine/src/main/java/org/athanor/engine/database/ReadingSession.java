package org.athanor.engine.database;

import java.lang.reflect.Method;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.guard.ReadingGate;
import org.jspecify.annotations.Nullable;

/// A connection that only reads, whoever holds it: on PostgreSQL one read-only transaction that is rolled back, on SQLite
/// `query_only` besides the file's own mode; and a gate before it that takes one statement at a time, of a kind that reads.
/// What it changed of the connection is put back before the connection goes back to where it came from.
final class ReadingSession implements AutoCloseable, Fence.Rules {
    /// Code 25006: a transaction that only reads.
    private static final String READ_ONLY = "25006";
    /// Whatever the driver was told, this transaction and the next ones only read, and texts end where the gate sees them
    /// end.
    private static final String ON_POSTGRESQL = "SET TRANSACTION READ ONLY; SET default_transaction_read_only = on;"
            + " SET standard_conforming_strings = on; SHOW lock_timeout";
    /// Some looks at the catalog wait for locks; where nobody says how long, that is as long as a run's statements do.
    private static final String PATIENCE = "SET LOCAL lock_timeout = '5s'";
    private static final Set<String> OF_CONNECTION = Set.of("isClosed", "isValid", "isReadOnly", "getAutoCommit",
            "getSchema", "getCatalog", "getTransactionIsolation", "getWarnings", "clearWarnings", "abort");
    /// What would change something; to set a large object makes one.
    private static final Set<String> BARRED_OF_STATEMENT = Set.of("executeUpdate", "executeLargeUpdate", "addBatch",
            "executeBatch", "executeLargeBatch", "getGeneratedKeys", "setBlob", "setClob", "setNClob");
    private static final Set<String> BARRED_OF_ROWS = Set.of("insertRow", "deleteRow", "moveToInsertRow");

    private final Connection connection;
    private final Product product;
    private final List<String> settings;
    private final ReadingGate gate;
    private final boolean autoCommit;
    private final boolean readOnly;

    private ReadingSession(Connection connection, Product product, List<String> settings) throws SQLException {
        this.connection = connection;
        this.product = product;
        this.settings = settings;
        this.gate = new ReadingGate(product);
        this.autoCommit = connection.getAutoCommit();
        this.readOnly = connection.isReadOnly();
    }

    /// Makes a connection read only; `settings` are sent first. If that fails, the connection is closed.
    static ReadingSession begin(Connection connection, Product product, List<String> settings) throws SQLException {
        try {
            var session = new ReadingSession(connection, product, settings);
            session.begin();
            return session;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void begin() throws SQLException {
        switch (product) {
            case POSTGRESQL -> {
                connection.setAutoCommit(true);
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                set();
            }
            case SQLITE -> set();
        }
    }

    private void set() throws SQLException {
        try (var statement = connection.createStatement()) {
            switch (product) {
                case POSTGRESQL -> {
                    if (waitsForEver(statement)) {
                        statement.execute(PATIENCE);
                    }
                }
                case SQLITE -> statement.execute("PRAGMA query_only = on");
            }
            for (var setting : settings) {
                statement.execute(setting);
            }
        }
    }

    /// Makes the session read only, and says whether it waits for locks without limit.
    private static boolean waitsForEver(Statement statement) throws SQLException {
        statement.execute(ON_POSTGRESQL);
        while (statement.getUpdateCount() >= 0) {
            statement.getMoreResults();
        }
        try (var limit = statement.getResultSet()) {
            return limit != null && limit.next() && limit.getString(1).equals("0");
        }
    }

    /// For questions of our own, whose text is known to read. To make the gate costs a call of the command line thirty
    /// milliseconds, and each value that comes through a fence takes its time.
    Connection ungated() {
        return Fence.behind(connection);
    }

    /// For whoever may ask anything; closing it ends the session.
    Connection gated() {
        return Fence.around(connection, this);
    }

    @Override
    public void check(Class<?> face, Method method, List<@Nullable Object> arguments) throws SQLException {
        var name = method.getName();
        if (face == Connection.class) {
            checkOfConnection(method, arguments);
        } else if (Statement.class.isAssignableFrom(face)) {
            refuseUnless(!BARRED_OF_STATEMENT.contains(name), method);
            if (name.startsWith("execute") && !arguments.isEmpty()) {
                refuseUnless(arguments.size() == 1, method);
                check(String.valueOf(arguments.getFirst()));
            }
        } else if (face == ResultSet.class) {
            refuseUnless(!name.startsWith("update") && !BARRED_OF_ROWS.contains(name), method);
        } else if (Blob.class.isAssignableFrom(face) || Clob.class.isAssignableFrom(face)) {
            refuseUnless(!name.startsWith("set") && !name.equals("truncate"), method);
        }
    }

    private void checkOfConnection(Method method, List<@Nullable Object> arguments) throws SQLException {
        switch (method.getName()) {
            case "createStatement", "commit", "rollback", "close" -> refuseUnless(arguments.isEmpty(), method);
            case "prepareStatement" -> {
                refuseUnless(arguments.size() == 1, method);
                check(String.valueOf(arguments.getFirst()));
            }
            default -> refuseUnless(OF_CONNECTION.contains(method.getName()), method);
        }
    }

    @Override
    public boolean does(Method method) throws SQLException {
        switch (method.getName()) {
            case "commit", "rollback" -> beginAgain();
            case "close" -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    /// There is nothing to commit.
    void beginAgain() throws SQLException {
        if (product == Product.POSTGRESQL) {
            connection.rollback();
            set();
        }
    }

    /// Refuses a text before anything of it is sent.
    private void check(String sql) throws SQLException {
        var objection = gate.objection(sql);
        if (objection.isPresent()) {
            throw refusal(objection.get());
        }
        if (product == Product.POSTGRESQL) {
            var unsafe = new VolatileFunctions(connection).in(sql);
            if (unsafe.isPresent()) {
                throw refusal("%s may do more than read".formatted(unsafe.get()));
            }
        }
    }

    private static void refuseUnless(boolean allowed, Method method) throws SQLException {
        if (!allowed) {
            throw refusal("%s() isn't for reading".formatted(method.getName()));
        }
    }

    private static SQLException refusal(String reason) {
        return new SQLException("This session only reads: " + reason, READ_ONLY);
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (connection) {
            switch (product) {
                case POSTGRESQL -> {
                    connection.rollback();
                    connection.setReadOnly(readOnly);
                    connection.setAutoCommit(autoCommit);
                }
                case SQLITE -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("PRAGMA query_only = off");
                    }
                }
            }
        }
    }
}
