package org.athanor.engine.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;

/// What a driver's exception means for a person.
public final class SqlFailure {
    private static final Pattern SQLITE_WORDS = Pattern.compile("\\[SQLITE_\\w+][^(]*\\((.*)\\)\\s*", Pattern.DOTALL);
    /// A lock that wasn't had in time, a deadlock, and two transactions that can't have happened one after the other.
    private static final Set<String> OTHERS_AT_WORK = Set.of("55P03", "40P01", "40001");
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_INTERRUPT = 9;
    private static final int SQLITE_NOTADB = 26;

    private SqlFailure() {}

    /// The problem behind a failed connection or question to `database`.
    public static Problem explain(SQLException e, String database) {
        return known(e, database).orElseGet(() -> Problem.of(ProblemKind.DATABASE_ERROR,
                "%s: %s".formatted(database, message(e)), "The message is the database's own."));
    }

    /// The problem behind a failed statement: the known causes first, else what the database said.
    public static Problem explainStatement(SQLException e, String database, String hint) {
        if (isConnectionLost(e)) {
            return isEndedByServer(e)
                    ? Problem.of(ProblemKind.DATABASE_ERROR, "The server ended the connection: " + message(e),
                            "An administrator did it (pg_terminate_backend), or the server was stopped or restarted.")
                    : Problem.of(ProblemKind.DATABASE_ERROR,
                            "The connection to %s was lost: %s".formatted(database, message(e)),
                            "The server, the network or a pooler between ended it.");
        }
        return known(e, database)
                .orElseGet(() -> Problem.of(ProblemKind.STATEMENT_FAILED, message(e), hint));
    }

    /// Whether the server itself said goodbye, so that the statement under way has come to its end there.
    public static boolean isEndedByServer(SQLException e) {
        var state = e.getSQLState();
        return state != null && state.startsWith("57P");
    }

    /// Whether the statement only failed because of others at work: the same one may go through a little later.
    public static boolean isInTheWayOfOthers(SQLException e) {
        var state = e.getSQLState();
        if (state == null) {
            int code = e.getErrorCode() & 0xff;
            return code == SQLITE_BUSY || code == SQLITE_LOCKED;
        }
        return OTHERS_AT_WORK.contains(state);
    }

    /// Whether somebody cancelled it, or it took too long.
    public static boolean isCancelled(SQLException e) {
        var state = e.getSQLState();
        return state == null ? (e.getErrorCode() & 0xff) == SQLITE_INTERRUPT : state.equals("57014");
    }

    /// Whether the connection is gone, so that it takes another one to learn what became of the last words.
    public static boolean isConnectionLost(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    private static Optional<Problem> known(SQLException e, String database) {
        var state = e.getSQLState();
        return state == null ? sqlite(e, database) : postgresql(e, state, database);
    }

    private static Optional<Problem> sqlite(SQLException e, String database) {
        return Optional.ofNullable(switch (e.getErrorCode() & 0xff) {
            case SQLITE_BUSY, SQLITE_LOCKED -> Problem.of(ProblemKind.DATABASE_LOCKED,
                    database + " is locked by another program",
                    "Close what writes to it, or wait until it has finished, and try again.");
            case SQLITE_READONLY -> Problem.of(ProblemKind.READ_ONLY, database + " can't be written",
                    "Check the permissions of the file and of its folder.");
            case SQLITE_CANTOPEN -> Problem.of(ProblemKind.CANNOT_CONNECT, database + " can't be opened",
                    "Check that its folder exists and that you may read and write there.");
            case SQLITE_NOTADB -> Problem.of(ProblemKind.CANNOT_CONNECT, database + " is not a SQLite database",
                    "Check the file name in the URL; an encrypted database can't be opened either.");
            default -> null;
        });
    }

    private static Optional<Problem> postgresql(SQLException e, String state, String database) {
        return Optional.ofNullable(switch (state) {
            case "28P01", "28000" ->
                Problem.of(ProblemKind.ACCESS_DENIED, database + " does not let this user in: " + message(e),
                        "Check user and password. Without one in the URL, PGPASSWORD and ~/.pgpass are looked at.");
            case "08004" -> Problem.of(ProblemKind.ACCESS_DENIED, database + ": " + message(e),
                    "Give a password in the URL, in PGPASSWORD or in ~/.pgpass.");
            case "3D000" -> Problem.of(ProblemKind.CANNOT_CONNECT, database + ": " + message(e),
                    "Create the database first, or check its name in the URL.");
            case "08001", "08006", "08P01" -> Problem.of(ProblemKind.CANNOT_CONNECT,
                    isUnknownHost(e)
                            ? database + ": there is no such host"
                            : database + " can't be reached: " + message(e),
                    "Check host and port, that the server runs, and that a firewall lets you through.");
            case "55P03", "40P01", "40001" -> Problem.of(ProblemKind.DATABASE_LOCKED, message(e),
                    "Others are at work on the same tables. Run again when they have finished.");
            case "25006" -> Problem.of(ProblemKind.READ_ONLY, database + " only allows reading: " + message(e),
                    "Is this a standby, or a session set to read only?");
            case "42501" -> Problem.of(ProblemKind.ACCESS_DENIED, database + ": " + message(e),
                    "Ask for the right, or connect as another user.");
            default -> null;
        });
    }

    private static boolean isUnknownHost(Throwable e) {
        return e instanceof UnknownHostException || (e.getCause() != null && isUnknownHost(e.getCause()));
    }

    /// The database's own words, without the driver's decoration.
    public static String message(SQLException e) {
        var text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        var sqlite = SQLITE_WORDS.matcher(text);
        return sqlite.matches() ? sqlite.group(1) : text.replaceFirst("^(FATAL|ERROR): ", "").strip();
    }
}
