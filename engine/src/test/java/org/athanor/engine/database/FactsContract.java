package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import org.athanor.engine.hazard.Amount;
import org.athanor.engine.schema.TableName;
import org.junit.jupiter.api.Test;

/// What every product tells of its tables.
abstract class FactsContract {
    static final TableName FEW = TableName.of("few");
    static final TableName MANY = TableName.of("many");

    /// With 3 rows in `few` (2 of them with a name), and 1,000 in `many` (every second with a name).
    abstract Database database();

    abstract void execute(String sql) throws SQLException;

    @Test
    void below_the_limit_rows_and_values_are_counted() {
        try (var facts = CatalogFacts.of(database())) {
            assertThat(facts.rows(FEW)).contains(Amount.exactly(3));
            assertThat(facts.values(FEW, "name")).contains(Amount.exactly(2));
            assertThat(facts.rows(MANY)).contains(Amount.exactly(1000));
        }
    }

    @Test
    void above_the_limit_they_are_estimated_and_said_to_be() throws SQLException {
        execute("ANALYZE");
        try (var facts = CatalogFacts.of(database(), 100)) {
            assertThat(facts.rows(MANY)).contains(Amount.about(1000));
            assertThat(facts.values(MANY, "name").orElseThrow().precision()).isEqualTo(Amount.Precision.ABOUT);
            assertThat(facts.values(MANY, "name").orElseThrow().number()).isBetween(450L, 550L);
            assertThat(facts.rows(FEW)).contains(Amount.exactly(3));
        }
    }

    @Test
    void what_is_not_there_has_no_rows_to_tell_of() {
        try (var facts = CatalogFacts.of(database())) {
            assertThat(facts.has(TableName.of("nowhere"))).contains(false);
            assertThat(facts.has(FEW)).contains(true);
            assertThat(facts.rows(TableName.of("nowhere"))).isEmpty();
            assertThat(facts.values(FEW, "nothing")).isEmpty();
            assertThat(facts.rows(FEW)).as("a question that failed leaves the next one its chance").isPresent();
        }
    }
}
