package org.athanor.engine.script.python.vocabulary.live;

import java.sql.SQLException;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.database.Errors;
import org.jspecify.annotations.Nullable;

/// What a driver throws, as SQLAlchemy's exceptions of the same meaning.
public final class DatabaseErrors {
    private static final int SQLITE_CODE = 0xff;
    private static final int SQLITE_TOO_BIG = 18;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_MISMATCH = 20;
    private static final int SQLITE_CORRUPT = 11;
    private static final int SQLITE_NOT_A_DATABASE = 26;

    private DatabaseErrors() {}

    /// The exception for a statement that failed.
    public static PythonFault of(SQLException e, String product, String sql) {
        boolean postgresql = product.equals("postgresql");
        var type = postgresql ? ofState(e.getSQLState()) : ofCode(e.getErrorCode() & SQLITE_CODE);
        var said = message(e);
        var text = new Text(sql.isEmpty() ? said : said + "\n[SQL: " + sql + "]");
        if (!(Errors.find(type).call(Arguments.of(text)) instanceof Instance exception)) {
            throw new IllegalStateException("No exception " + type);
        }
        exception.keep("orig", new Original(said, Optional.ofNullable(e.getSQLState())));
        exception.keep("statement", new Text(sql));
        exception.keep("params", Nothing.NONE);
        return PythonFault.raised(type, text.value(), exception);
    }

    /// One of SQLAlchemy's exceptions that no statement is the cause of.
    public static PythonFault raised(String type, String message) {
        return Errors.raised(type, message);
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^(FATAL|ERROR): ", "")
                .replaceFirst("(?s)^\\[SQLITE_\\w+][^(]*\\((.*)\\)\\s*$", "$1").strip();
    }

    private static String ofState(@Nullable String state) {
        return switch (state == null || state.length() < 2 ? "" : state.substring(0, 2)) {
            case "22" -> "DataError";
            case "23" -> "IntegrityError";
            case "21", "3D", "3F", "26", "34", "42", "44" -> "ProgrammingError";
            case "0A" -> "NotSupportedError";
            case "08", "28", "40", "53", "54", "55", "57", "58", "F0", "HV" -> "OperationalError";
            case "20", "24", "25", "27", "2B", "2D", "2F", "38", "39", "3B", "P0", "XX" -> "InternalError";
            default -> "DatabaseError";
        };
    }

    private static String ofCode(int code) {
        return switch (code) {
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH -> "IntegrityError";
            case SQLITE_TOO_BIG -> "DataError";
            case SQLITE_CORRUPT, SQLITE_NOT_A_DATABASE -> "DatabaseError";
            default -> "OperationalError";
        };
    }

    /// `e.orig`: what the driver threw.
    private record Original(String message, Optional<String> state) implements Value {
        @Override
        public String typeName() {
            return "Error";
        }

        @Override
        public Value attribute(String name) {
            return switch (name) {
                case "pgcode", "sqlstate" -> state.<Value>map(Text::new).orElse(Nothing.NONE);
                case "args" -> Tuple.of(new Text(message));
                case "pgerror" -> new Text(message);
                default -> Value.super.attribute(name);
            };
        }

        @Override
        public String shown() {
            return message;
        }

        @Override
        public String written() {
            return "Error(%s)".formatted(new Text(message).written());
        }
    }
}
