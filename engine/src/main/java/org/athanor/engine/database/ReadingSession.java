package org.athanor.engine.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.guard.ReadingGate;
import org.jspecify.annotations.Nullable;

/// A connection that only reads, whoever holds it: on PostgreSQL one read-only transaction that is rolled back, on SQLite
/// `query_only` besides the file's own mode; and a gate before it that takes one statement at a time, of a kind that reads.
/// What it changed of the connection is put back before the connection goes back to where it came from.
final class ReadingSession implements AutoCloseable {
    /// Code 25006: a transaction that only reads.
    private static final String READ_ONLY = "25006";
    /// Whatever the driver was told, this transaction and the next ones only read, and texts end where the gate sees them
    /// end.
    private static final String ON_POSTGRESQL = "SET TRANSACTION READ ONLY; SET default_transaction_read_only = on;"
            + " SET standard_conforming_strings = on; SHOW lock_timeout";
    /// Some looks at the catalog wait for locks; where nobody says how long, that is as long as a run's statements do.
    private static final String PATIENCE = "SET LOCAL lock_timeout = '5s'";
    private static final Set<String> OF_CONNECTION = Set.of("isClosed", "isValid", "isReadOnly", "getAutoCommit",
            "getSchema", "getCatalog", "getTransactionIsolation", "getWarnings", "clearWarnings", "abort", "toString",
            "hashCode");
    /// What would change the session, or hand out what is behind the gate.
    private static final Set<String> BARRED_OF_STATEMENT = Set.of("executeUpdate", "executeLargeUpdate", "addBatch",
            "executeBatch", "executeLargeBatch", "unwrap", "getGeneratedKeys");

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
    /// milliseconds.
    Connection ungated() {
        return connection;
    }

    /// For whoever may ask anything; closing it ends the session.
    Connection gated() {
        return (Connection) Proxy.newProxyInstance(ReadingSession.class.getClassLoader(), new Class<?>[]{
                Connection.class}, (proxy, method, arguments) -> onConnection((Connection) proxy, method, arguments));
    }

    @SuppressWarnings("ReferenceEquality") // A connection equals itself alone.
    private @Nullable Object onConnection(Connection proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        int count = arguments == null ? 0 : arguments.length;
        return switch (method.getName()) {
            case "createStatement" -> {
                refuseUnless(count == 0, method);
                yield statement(Statement.class, connection.createStatement(), proxy);
            }
            case "prepareStatement" -> {
                refuseUnless(count == 1, method);
                check(String.valueOf(arguments == null ? "" : arguments[0]));
                yield statement(PreparedStatement.class, call(connection, method, arguments), proxy);
            }
            case "commit", "rollback" -> {
                refuseUnless(count == 0, method);
                beginAgain();
                yield null;
            }
            case "close" -> {
                close();
                yield null;
            }
            case "isWrapperFor" -> false;
            case "equals" -> arguments != null && proxy == arguments[0];
            default -> {
                refuseUnless(OF_CONNECTION.contains(method.getName()), method);
                yield call(connection, method, arguments);
            }
        };
    }

    /// There is nothing to commit.
    void beginAgain() throws SQLException {
        if (product == Product.POSTGRESQL) {
            connection.rollback();
            set();
        }
    }

    private <S extends Statement> Object statement(Class<S> type, @Nullable Object real, Connection owner) {
        return Proxy.newProxyInstance(ReadingSession.class.getClassLoader(), new Class<?>[]{type},
                (_, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return owner;
                    }
                    refuseUnless(!BARRED_OF_STATEMENT.contains(method.getName()), method);
                    if (method.getName().startsWith("execute") && arguments != null && arguments.length > 0) {
                        refuseUnless(arguments.length == 1, method);
                        check(String.valueOf(arguments[0]));
                    }
                    return call(real, method, arguments);
                });
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

    private static @Nullable Object call(@Nullable Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw Optional.ofNullable(e.getCause()).orElse(e);
        }
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
