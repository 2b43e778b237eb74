package org.athanor.engine.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.sql.Secrets;

/// A session of PostgreSQL that holds what a statement waits for, as far as we may see. `age` is that of its
/// transaction.
public record Blocker(long pid, Optional<String> user, Optional<String> application, Optional<String> state,
        Optional<String> query, Optional<Duration> age) {
    private static final int SHOWN = 100;
    /// So much is asked for: a secret is known by what stands around it.
    private static final int ASKED = 5_000;
    private static final String QUESTION = """
            SELECT b.pid, a.usename, a.application_name, a.state,
                left(btrim(regexp_replace(a.query, '\\s+', ' ', 'g')), %d),
                extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.query_start, a.backend_start))
            FROM (SELECT DISTINCT unnest(pg_blocking_pids(?)) AS pid) b
                LEFT JOIN pg_stat_activity a ON a.pid = b.pid
            ORDER BY 1""".formatted(ASKED);

    public Blocker {
        query = query.map(Secrets::blank).map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) : text);
    }

    /// Those that a session waits for just now.
    static List<Blocker> of(long pid, Connection connection) throws SQLException {
        try (var question = connection.prepareStatement(QUESTION)) {
            question.setInt(1, Math.toIntExact(pid));
            try (var rows = question.executeQuery()) {
                var blockers = new ArrayList<Blocker>();
                while (rows.next()) {
                    blockers.add(blocker(rows));
                }
                return blockers;
            }
        }
    }

    private static Blocker blocker(ResultSet row) throws SQLException {
        double age = row.getDouble(6);
        var since = row.wasNull() ? Optional.<Duration>empty() : Optional.of(Duration.ofMillis((long) (age * 1000)));
        return new Blocker(row.getLong(1), text(row, 2), text(row, 3), text(row, 4), text(row, 5), since);
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).filter(text -> !text.isBlank());
    }

    /// `pid 4711 (psql, user shop, idle in transaction for 75 s): LOCK TABLE orders`
    @Override
    public String toString() {
        var about = List.of(application, user.map(u -> "user " + u), stateAndAge()).stream()
                .flatMap(Optional::stream).collect(Collectors.joining(", "));
        return "pid " + pid + (about.isEmpty() ? "" : " (" + about + ")") + query.map(q -> ": " + q).orElse("");
    }

    private Optional<String> stateAndAge() {
        var since = age.map(a -> "for %d s".formatted(a.toSeconds()));
        return state.map(s -> s + since.map(a -> " " + a).orElse("")).or(() -> since);
    }
}
