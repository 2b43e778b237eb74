package org.athanor.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.sql.Statement;
import org.junit.jupiter.api.Test;

/// What holds for comparing on every product, with schemas that are made by chance.
abstract class ComparisonContract {
    private static final int SEEDS = Integer.getInteger("athanor.compare.seeds", 60);

    /// The database at hand.
    abstract Database database();

    /// Makes it empty.
    abstract void clear() throws SQLException;

    @Test
    void what_is_made_again_from_what_was_read_does_not_differ() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            var made = made(seed);
            clear();
            apply(Remedy.of(compare(Schema.EMPTY, made)).statements(), "seed " + seed);
            assertThat(compare(made, read()).differences()).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void a_remedy_leads_to_the_other_schema_and_back() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            var wanted = made(seed + 10_000);
            clear();
            var actual = made(seed);
            var comparison = compare(actual, wanted);
            apply(Remedy.of(comparison).statements(), "up from seed " + seed);
            assertThat(compare(read(), wanted).differences()).as("up from seed %d", seed).isEmpty();
            apply(Remedy.back(comparison).statements(), "down to seed " + seed);
            assertThat(compare(read(), actual).differences()).as("down to seed %d", seed).isEmpty();
        }
    }

    final Comparison compare(Schema actual, Schema wanted) {
        return Comparison.between(actual, wanted, database().dialect(), List.of());
    }

    final Schema read() {
        return Catalog.readWhole(database());
    }

    private Schema made(long seed) throws SQLException, Unsupported {
        clear();
        apply(statements(RandomSchema.operations(seed, database().dialect().product())), "seed " + seed);
        return read();
    }

    private List<Statement> statements(List<Operation> operations) throws Unsupported {
        var statements = new ArrayList<Statement>();
        var now = Evolution.from(Schema.EMPTY, database().dialect().grammar());
        for (var operation : operations) {
            statements.addAll(database().dialect().statements(operation, now));
            now = now.after(operation);
        }
        return statements;
    }

    final void apply(List<Statement> statements, String what) throws SQLException {
        try (var connection = database().connect()) {
            for (var statement : statements) {
                execute(connection, statement.text(), what);
            }
        }
    }

    static void execute(Connection connection, String sql, String what) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError("%s: %s%n%s".formatted(what, e.getMessage(), sql), e);
        }
    }
}
