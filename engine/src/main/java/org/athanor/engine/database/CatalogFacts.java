package org.athanor.engine.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.guard.Functions;
import org.athanor.engine.hazard.Amount;
import org.athanor.engine.hazard.Facts;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// What a database tells of its tables: counted up to a limit, estimated above. It connects when the first fact is asked
/// for, waits for nobody, and answers with nothing where a fact can't be had.
public final class CatalogFacts implements Facts, AutoCloseable {
    /// Above so many rows nothing is counted.
    public static final long LIMIT = 100_000;

    private static final List<String> PATIENCE = List.of("SET LOCAL statement_timeout = 3000",
            "SET LOCAL lock_timeout = 300");

    private final Database database;
    private final long limit;
    private final Map<TableName, Optional<Amount>> rows = new HashMap<>();
    private Optional<ReadingSession> session = Optional.empty();
    private Optional<TableSizes> sizes = Optional.empty();
    private Optional<Set<String>> drastic = Optional.empty();
    private boolean unreachable;

    private CatalogFacts(Database database, long limit) {
        this.database = database;
        this.limit = limit;
    }

    public static CatalogFacts of(Database database) {
        return of(database, LIMIT);
    }

    /// The same with another limit.
    public static CatalogFacts of(Database database, long limit) {
        return new CatalogFacts(database, limit);
    }

    /// A question to the database.
    private interface Question<T> {
        Optional<T> ask(Connection connection) throws SQLException;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    @Override
    public Optional<Boolean> has(TableName table) {
        if (!database.exists()) {
            return Optional.of(false);
        }
        return sizes().map(known -> known.has(table));
    }

    @Override
    public Optional<Amount> rows(TableName table) {
        return rows.computeIfAbsent(table, this::count);
    }

    private Optional<Amount> count(TableName table) {
        var found = entry(table);
        var estimated = found.map(TableSizes.Entry::rows).filter(r -> r > limit);
        if (found.isEmpty() || estimated.isPresent()) {
            return estimated.map(Amount::about);
        }
        var counted = first("SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %d) AS counted".formatted(
                found.get().name(), limit + 1), row -> row.getLong(1));
        return counted.map(c -> c <= limit ? Amount.exactly(c) : many(found.get()));
    }

    /// SQLite numbers its rows; where the highest number isn't above the limit, too, only that is known.
    private Amount many(TableSizes.Entry table) {
        return database.dialect().product() == Product.SQLITE
                ? first("SELECT max(rowid) FROM " + table.name(), row -> row.getLong(1)).filter(r -> r > limit)
                        .map(Amount::about).orElse(Amount.moreThan(limit))
                : Amount.moreThan(limit);
    }

    @Override
    public Optional<Amount> values(TableName table, String column) {
        var found = entry(table);
        var all = rows(table);
        if (found.isEmpty() || all.isEmpty()) {
            return Optional.empty();
        }
        // A name in quotes that SQLite doesn't know would be a text; behind a table's name it is none.
        var sample = first(
                "SELECT count(*), count(a_value) FROM (SELECT t.%s AS a_value FROM %s AS t LIMIT %d) AS counted"
                        .formatted(
                                TableSizes.quoted(column), found.get().name(), limit + 1),
                row -> new long[]{row.getLong(1), row.getLong(2)});
        return sample.map(s -> s[0] <= limit
                ? Amount.exactly(s[1])
                : Amount.about(Math.round(all.get().number() * (s[1] / (double) s[0]))));
    }

    @Override
    public Optional<Long> bytes(TableName table) {
        return entry(table).filter(_ -> database.dialect().product() == Product.POSTGRESQL)
                .flatMap(found -> first(TableSizes.BYTES.formatted(found.id()), row -> row.getLong(1)));
    }

    @Override
    public Optional<List<TableName>> tablesIn(String schema) {
        return sizes().filter(_ -> database.dialect().product() == Product.POSTGRESQL)
                .map(known -> known.in(schema));
    }

    /// Nothing while somebody is at work on the table: what isn't complete may be complete soon.
    @Override
    public Optional<Statement> clearance(Statement building) {
        return ConcurrentIndex.of(building, database.dialect()).flatMap(index -> ask(index::leftover))
                .filter(leftover -> leftover.worker().isEmpty()).map(ConcurrentIndex.HalfBuilt::dropInPlan);
    }

    @Override
    public Optional<Set<String>> mayDoMore(Set<String> functions) {
        return switch (database.dialect().product()) {
            case SQLITE -> Optional.of(functions.stream()
                    .filter(name -> Functions.reachesBeyond(Product.SQLITE, name)).collect(Collectors.toSet()));
            case POSTGRESQL -> {
                if (drastic.isEmpty()) {
                    drastic = ask(c -> Optional.of(VolatileFunctions.drastic(c)));
                }
                yield drastic.map(all -> functions.stream().filter(all::contains).collect(Collectors.toSet()));
            }
        };
    }

    private Optional<TableSizes.Entry> entry(TableName table) {
        return sizes().flatMap(known -> known.find(table));
    }

    private Optional<TableSizes> sizes() {
        if (sizes.isEmpty() && database.exists()) {
            sizes = ask(c -> Optional.of(TableSizes.read(c, database.dialect())));
        }
        return sizes;
    }

    private <T> Optional<T> first(String question, RowReader<T> reader) {
        return ask(c -> {
            try (var statement = c.createStatement(); var row = statement.executeQuery(question)) {
                return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
            }
        });
    }

    /// A question that fails leaves the others their chance; a database that can't be reached is asked no more.
    private <T> Optional<T> ask(Question<T> question) {
        if (unreachable) {
            return Optional.empty();
        }
        try {
            var open = session.isPresent() ? session.get() : open();
            try {
                return question.ask(open.ungated());
            } catch (SQLException _) {
                open.beginAgain();
                return Optional.empty();
            }
        } catch (Refusal | SQLException _) {
            unreachable = true;
            return Optional.empty();
        }
    }

    private ReadingSession open() {
        var open = database.askAtLength(
                database.dialect().product() == Product.POSTGRESQL ? PATIENCE : List.of());
        session = Optional.of(open);
        return open;
    }

    @Override
    public void close() {
        try {
            if (session.isPresent()) {
                session.get().close();
            }
        } catch (SQLException _) {
            // All that was asked has been answered.
        }
        session = Optional.empty();
        unreachable = true;
    }
}
