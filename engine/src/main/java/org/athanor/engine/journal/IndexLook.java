package org.athanor.engine.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.journal.Aftermath.Kind;
import org.athanor.engine.sql.Tokens;

/// Looks whether an index that was made or dropped concurrently is there, and whether it can be used.
final class IndexLook {
    private final Connection connection;
    private final Dialect dialect;

    IndexLook(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    record Seen(Kind kind, String reason) {}

    private enum Index {
        VALID, INVALID, ABSENT
    }

    /// Nothing for any other statement.
    Optional<Seen> at(String sql) throws SQLException {
        var tokens = new Tokens(sql, dialect.syntax());
        boolean creates = tokens.accept("CREATE");
        if (!creates && !tokens.accept("DROP")) {
            return Optional.empty();
        }
        tokens.accept("UNIQUE");
        if (!tokens.accept("INDEX", "CONCURRENTLY")) {
            return Optional.empty();
        }
        if (!tokens.accept("IF", "NOT", "EXISTS")) {
            tokens.accept("IF", "EXISTS");
        }
        var name = name(tokens);
        return name.isEmpty() || tokens.at("(") ? Optional.empty() : Optional.of(seen(name, creates, look(name)));
    }

    /// The name as it is written, with its schema. A new index lies in its table's schema, which is looked for on the path.
    private static String name(Tokens tokens) {
        var name = new StringBuilder();
        while (tokens.atWord() && !tokens.at("ON") || tokens.atQuoted()) {
            name.append(tokens.next());
            if (!tokens.accept(".")) {
                break;
            }
            name.append('.');
        }
        return name.toString();
    }

    private static Seen seen(String name, boolean creates, Index index) {
        return switch (index) {
            case VALID -> new Seen(creates ? Kind.COMMITTED : Kind.ROLLED_BACK,
                    "the index %s is there and valid".formatted(name));
            case ABSENT -> new Seen(creates ? Kind.ROLLED_BACK : Kind.COMMITTED,
                    "there is no index %s".formatted(name));
            case INVALID -> new Seen(Kind.HALF_WAY, "the index %1$s is there and not valid. "
                    .formatted(name)
                    + "DROP INDEX CONCURRENTLY %s removes it; `athanor plan` shows whether the next run does"
                            .formatted(name));
        };
    }

    private Index look(String name) throws SQLException {
        try (var question = connection
                .prepareStatement("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(?)")) {
            question.setString(1, name);
            try (var answer = question.executeQuery()) {
                return !answer.next() ? Index.ABSENT : answer.getBoolean(1) ? Index.VALID : Index.INVALID;
            }
        }
    }
}
