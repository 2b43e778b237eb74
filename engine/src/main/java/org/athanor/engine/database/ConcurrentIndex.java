package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.Tokens;

/// An index that a statement builds concurrently. If that is broken off, PostgreSQL keeps a half-built index of this name, uses
/// it for nothing, and `IF NOT EXISTS` takes it for the real one.
public record ConcurrentIndex(String name, String table) {
    /// Whoever builds or drops an index of the table concurrently holds its lock, and is seen by everybody.
    private static final String QUESTION = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                (SELECT min(l.pid) FROM pg_locks l WHERE l.locktype = 'relation' AND l.relation = i.indrelid AND l.granted
                    AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid <> pg_backend_pid()
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid AND c.relkind = 'i' AND i.indrelid = to_regclass(?)
                AND c.relname = (parse_ident(?))[1]""";

    /// An index that is there and can't be used; `worker` is the session that is at work on its table just now.
    public record HalfBuilt(String name, Optional<Integer> worker) {
        /// Why it can't be left like that.
        public String text() {
            return worker.isPresent()
                    ? "The index %s is not complete, and pid %d is at work on its table".formatted(name, worker.get())
                    : "The index %s is left half built: its building was broken off".formatted(name);
        }

        /// What removes it, whatever became of it meanwhile, and lets others read and write.
        public String drop() {
            return "DROP INDEX CONCURRENTLY IF EXISTS " + name;
        }

        /// The same as a part of a plan, which says why.
        public Statement dropInPlan() {
            return Statement.of(drop() + " /* it is left half built; what follows builds it anew */")
                    .outsideTransaction();
        }
    }

    /// Nothing for any other statement, and for an index whose name the server makes up.
    public static Optional<ConcurrentIndex> of(Statement statement, Dialect dialect) {
        return dialect.product() == Product.POSTGRESQL && !statement.transactional()
                ? read(new Tokens(statement.text(), dialect.syntax()))
                : Optional.empty();
    }

    private static Optional<ConcurrentIndex> read(Tokens tokens) {
        if (!tokens.accept("CREATE")) {
            return Optional.empty();
        }
        tokens.accept("UNIQUE");
        if (!tokens.accept("INDEX", "CONCURRENTLY")) {
            return Optional.empty();
        }
        tokens.accept("IF", "NOT", "EXISTS");
        var name = tokens.at("ON") ? "" : name(tokens);
        if (name.isEmpty() || !tokens.accept("ON")) {
            return Optional.empty();
        }
        tokens.accept("ONLY");
        var table = name(tokens);
        return table.isEmpty() ? Optional.empty() : Optional.of(new ConcurrentIndex(name, table));
    }

    /// As it is written, with its schema.
    private static String name(Tokens tokens) {
        var name = new StringBuilder();
        while (tokens.atWord() || tokens.atQuoted()) {
            name.append(tokens.next());
            if (!tokens.accept(".")) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    /// Whether a name that the server writes, perhaps with a schema, may be this index's.
    public boolean isCalled(String full) {
        return full.equals(name) || full.endsWith("." + name)
                || !name.startsWith("\"") && (full.equalsIgnoreCase(name) || full.toLowerCase(Locale.ROOT).endsWith(
                        "." + name.toLowerCase(Locale.ROOT)));
    }

    /// What an earlier attempt has left of it. Locks are told as they are now, and indexes as they were when the question was
    /// asked: whoever has just completed one is no longer at work on it, and so it is asked twice.
    public Optional<HalfBuilt> leftover(Connection connection) throws SQLException {
        var found = look(connection);
        return found.isPresent() && found.get().worker().isEmpty() ? look(connection) : found;
    }

    private Optional<HalfBuilt> look(Connection connection) throws SQLException {
        try (var question = connection.prepareStatement(QUESTION)) {
            question.setString(1, table);
            question.setString(2, name);
            try (var row = question.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                var worker = Optional.ofNullable(row.getObject(2, Integer.class));
                return Optional.of(new HalfBuilt(row.getString(1), worker));
            }
        }
    }
}
