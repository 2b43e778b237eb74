package org.athanor.engine.hazard;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;

/// PostgreSQL's statements that tidy up, and how they lock: `VACUUM FULL`, `CLUSTER`, `REINDEX`, `REFRESH`, `LOCK`.
final class Upkeep {
    private final NameWords names;
    private final Tokens tokens;

    Upkeep(NameWords names, Tokens tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    List<Deed> deeds() {
        if (tokens.accept("VACUUM")) {
            return vacuum();
        }
        if (tokens.accept("CLUSTER")) {
            return rewriting("CLUSTER");
        }
        if (tokens.accept("REINDEX")) {
            return reindex();
        }
        if (tokens.accept("REFRESH", "MATERIALIZED", "VIEW")) {
            return tokens.accept("CONCURRENTLY")
                    ? List.of()
                    : holds(LockMode.ACCESS_EXCLUSIVE, "A materialized view is filled anew",
                            "REFRESH MATERIALIZED VIEW CONCURRENTLY lets others read meanwhile (it needs a unique index).");
        }
        tokens.accept("LOCK");
        tokens.accept("TABLE");
        return holds(lockMode(), "A table is locked until the end of the transaction",
                "Lock no longer than needed: in a step of its own, with -- +lock_timeout.");
    }

    private List<Deed> vacuum() {
        boolean full = tokens.accept("FULL");
        if (tokens.at("(")) {
            full = tokens.inParentheses().filter(options -> options.toUpperCase(java.util.Locale.ROOT)
                    .matches("(?s).*\\bFULL\\b(?!\\s*(OFF|FALSE|0)).*")).isPresent();
        }
        tokens.accept("VERBOSE");
        tokens.accept("ANALYZE");
        return full ? rewriting("VACUUM FULL") : List.of();
    }

    private List<Deed> rewriting(String how) {
        return table().<List<Deed>>map(table -> List.of(new Deed.Rewrites(table, how)))
                .orElseGet(() -> List.of(new Deed.Holds(Optional.empty(), LockMode.ACCESS_EXCLUSIVE,
                        how + " writes all tables anew", "Name one table at a time, in quiet hours.")));
    }

    private List<Deed> reindex() {
        if (tokens.at("(")) {
            tokens.skipParentheses();
        }
        boolean ofTable = tokens.at("TABLE");
        if (!tokens.atEnd()) {
            tokens.next();
        }
        return tokens.accept("CONCURRENTLY")
                ? List.of()
                : List.of(new Deed.Holds(ofTable ? table() : Optional.empty(), LockMode.SHARE,
                        "Indexes are built anew", "REINDEX … CONCURRENTLY, outside of a transaction."));
    }

    private List<Deed> holds(LockMode lock, String why, String saferWay) {
        return List.of(new Deed.Holds(table(), lock, why, saferWay));
    }

    private LockMode lockMode() {
        int here = tokens.position();
        var mode = LockMode.ACCESS_EXCLUSIVE;
        while (!tokens.atEnd()) {
            if (tokens.accept("IN")) {
                mode = tokens.at("ACCESS", "EXCLUSIVE")
                        ? LockMode.ACCESS_EXCLUSIVE
                        : tokens.at("EXCLUSIVE")
                                ? LockMode.EXCLUSIVE
                                : tokens.at("SHARE", "ROW")
                                        ? LockMode.SHARE_ROW_EXCLUSIVE
                                        : LockMode.SHARE;
            } else {
                tokens.next();
            }
        }
        tokens.moveTo(here);
        return mode;
    }

    private Optional<TableName> table() {
        return DeedReader.table(tokens, names);
    }
}
