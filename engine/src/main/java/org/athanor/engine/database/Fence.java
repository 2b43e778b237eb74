package org.athanor.engine.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// A connection from which nothing leads to the one behind it: whatever it hands out (statements, rows, descriptions, arrays)
/// stands within the fence, too, and leads back only to what stands there.
final class Fence {
    /// Drivers make one thing of several of these; the first ones can do most.
    private static final List<Class<?>> HANDED_OUT = List.of(CallableStatement.class, PreparedStatement.class,
            Statement.class, ResultSet.class, DatabaseMetaData.class, ResultSetMetaData.class, ParameterMetaData.class,
            Array.class, NClob.class, Clob.class, Blob.class, Struct.class, Ref.class, SQLXML.class);

    /// What may be done within a fence.
    interface Rules {
        /// Refuses a call before anything of it is done.
        void check(Class<?> face, Method method, List<@Nullable Object> arguments) throws SQLException;

        /// Does itself what a call of the connection means, if it is one of those that may not reach the real one.
        default boolean does(Method method) throws SQLException {
            return false;
        }
    }

    private final Rules rules;
    private final Connection within;

    private Fence(Connection real, Rules rules) {
        this.rules = rules;
        this.within = (Connection) proxy(Connection.class, real, Optional.empty());
    }

    static Connection around(Connection real, Rules rules) {
        return new Fence(real, rules).within;
    }

    /// The connection behind a fence, for questions of our own; itself, if there is none.
    static Connection behind(Connection connection) {
        return real(connection) instanceof Connection real ? real : connection;
    }

    private Object proxy(Class<?> face, Object real, Optional<Object> owner) {
        return Proxy.newProxyInstance(Fence.class.getClassLoader(), new Class<?>[]{face},
                new Fenced(face, real, owner));
    }

    private final class Fenced implements InvocationHandler {
        private final Class<?> face;
        private final Object real;
        private final Optional<Object> owner;

        Fenced(Class<?> face, Object real, Optional<Object> owner) {
            this.face = face;
            this.real = real;
            this.owner = owner;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // Each equals itself alone.
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            List<@Nullable Object> given = arguments == null ? List.of() : Arrays.asList(arguments);
            return switch (method.getName()) {
                case "equals" -> proxy == given.getFirst();
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> real.toString();
                case "isWrapperFor" -> false;
                case "unwrap" -> throw new SQLException("Nothing leads to what is behind a guarded connection");
                case "getConnection" -> within;
                default -> {
                    permit(method, given);
                    if (face == Connection.class && rules.does(method)) {
                        yield null;
                    }
                    yield fenced(method, call(method, given), proxy);
                }
            };
        }

        private void permit(Method method, List<@Nullable Object> arguments) throws SQLException {
            try {
                rules.check(face, method, arguments);
            } catch (SQLException e) {
                boolean fits = Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(e));
                throw fits ? e : new SQLClientInfoException(e.getMessage(), e.getSQLState(), Map.of());
            }
        }

        private @Nullable Object call(Method method, List<@Nullable Object> arguments) throws Throwable {
            try {
                return method.invoke(real, arguments.stream().map(Fence::real).toArray());
            } catch (InvocationTargetException e) {
                throw Optional.ofNullable(e.getCause()).orElse(e);
            }
        }

        /// Numbers and texts are handed out as they are.
        private @Nullable Object fenced(Method method, @Nullable Object answer, Object proxy) {
            if (answer == null || method.getReturnType().isPrimitive() || answer instanceof String) {
                return answer;
            }
            if (answer instanceof Connection) {
                return within;
            }
            if (method.getName().equals("getStatement") && owner.filter(Statement.class::isInstance).isPresent()) {
                return owner.get();
            }
            return HANDED_OUT.stream()
                    .filter(type -> method.getReturnType() == type
                            || method.getReturnType() == Object.class && type.isInstance(answer))
                    .findFirst().map(type -> proxy(type, answer, Optional.of(proxy))).orElse(answer);
        }
    }

    /// What a driver is given must be its own.
    private static @Nullable Object real(@Nullable Object argument) {
        return argument != null && Proxy.isProxyClass(argument.getClass())
                && Proxy.getInvocationHandler(argument) instanceof Fenced fenced ? fenced.real : argument;
    }
}
