package org.athanor.engine.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.athanor.engine.problem.Refusal;

/// Lets one run at a time work on a database. It is held by a process as long as that lives: a process that is killed
/// holds it no more.
public sealed interface RunLock extends AutoCloseable permits PostgreSqlRunLock, SqliteRunLock, RunLock.Unneeded {
    /// Who holds the lock, as far as that can be known.
    record Holder(long pid, Optional<String> user, Optional<String> application, Optional<String> address,
            Optional<Duration> age) {
        /// `athanor (pid 4711, user shop, for 12 s)`
        @Override
        public String toString() {
            return "%s (pid %d%s%s%s)".formatted(application.orElse("somebody"), pid,
                    user.map(u -> ", user " + u).orElse(""), address.map(a -> ", from " + a).orElse(""),
                    age.map(a -> ", for %d s".formatted(a.toSeconds())).orElse(""));
        }
    }

    /// The lock of a database and its version table; it isn't taken yet.
    static RunLock of(Database database, VersionTable versionTable) {
        database.refuseMissingFolder();
        try {
            return switch (database.dialect().product()) {
                case POSTGRESQL -> PostgreSqlRunLock.open(database, versionTable);
                case SQLITE -> SqliteRunLock.fileOf(database).<RunLock>map(SqliteRunLock::new)
                        .orElseGet(Unneeded::new);
            };
        } catch (SQLException e) {
            throw new Refusal(SqlFailure.explain(e, database.name()));
        }
    }

    /// The connection on the server that still works for a run whose program is gone.
    static Optional<Holder> orphan(Database database, VersionTable versionTable) throws SQLException {
        return switch (database.dialect().product()) {
            case POSTGRESQL -> PostgreSqlRunLock.orphan(database, versionTable);
            case SQLITE -> Optional.empty();
        };
    }

    /// Takes the lock if it is free, and doesn't wait. Nothing if it is ours now, else who holds it.
    Optional<Holder> take() throws SQLException;

    /// Lets the connection that does the work keep others out as well: when a program is killed, the server may go on with its
    /// last statement for a while, and nobody shall run beside that.
    default void accompany(Connection worker) throws SQLException {}

    /// The work on the connection has ended.
    default void leave(Connection worker) throws SQLException {}

    /// Whether the lock is ours still.
    boolean isHeld() throws SQLException;

    /// Gives the lock back.
    @Override
    void close();

    /// A database in memory belongs to one connection, and nobody else can run there.
    record Unneeded() implements RunLock {
        @Override
        public Optional<Holder> take() {
            return Optional.empty();
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void close() {
            // Nothing was taken.
        }
    }

    /// Where a lock's file lies, for messages and tests; nothing where there is none.
    default Optional<Path> file() {
        return Optional.empty();
    }
}
