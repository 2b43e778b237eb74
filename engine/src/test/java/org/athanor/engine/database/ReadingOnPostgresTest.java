package org.athanor.engine.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadingOnPostgresTest {
    @Test
    @Timeout(value = 60, unit = SECONDS)
    void a_look_at_a_locked_table_comes_to_an_end() throws SQLException {
        var database = Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));
        try (var other = database.connect(); var statement = other.createStatement()) {
            statement.execute("CREATE TABLE t (a integer); CREATE INDEX i ON t ((a + 1))");
            other.setAutoCommit(false);
            statement.execute("ALTER TABLE t ADD b integer");

            assertThatThrownBy(() -> Catalog.readWhole(database)).isInstanceOfSatisfying(Refusal.class,
                    refusal -> assertThat(refusal.problems()).as(refusal.toString()).singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.kind()).isEqualTo(ProblemKind.DATABASE_LOCKED);
                                assertThat(problem.hint()).startsWith("Others are at work on the same tables.");
                            }));
        }
    }
}
