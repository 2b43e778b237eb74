package org.athanor.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScratchOnPostgresTest {
    private Database database;

    @BeforeEach
    void connect() throws SQLException {
        database = Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));
    }

    @Test
    void nothing_is_sent_from_a_scratch_database_that_reaches_beyond_it() throws SQLException {
        try (var scratch = ScratchDatabase.like(database, Optional.empty());
                var connection = scratch.database().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE ROLE reaching")).isInstanceOf(SQLException.class)
                    .hasMessageContaining("CREATE ROLE reaches beyond its database");
            assertThatThrownBy(() -> statement.getConnection().prepareStatement("COPY (SELECT 1) TO '/tmp/reaching'"))
                    .hasMessageContaining("reaches beyond its database");
            assertThat(statement.execute("SELECT 1")).isTrue();
        }
        assertThat(asked("SELECT rolname FROM pg_roles WHERE rolname = 'reaching'")).isEmpty();
    }

    @Test
    void what_a_killed_maker_left_is_removed_and_what_is_in_use_stays() throws SQLException {
        var old = "athanor_scratch_60000000_0000000a";
        var used = "athanor_scratch_60000000_0000000b";
        var young = "athanor_scratch_%08x_0000000c".formatted(System.currentTimeMillis() / 1000);
        var another = "athanor_scratch_mine";
        for (var name : List.of(old, used, young, another)) {
            asked("DROP DATABASE IF EXISTS " + name, "CREATE DATABASE " + name);
        }
        try (var user = Drivers.connect(database.settings().orElseThrow().withDatabase(used));
                var scratch = ScratchDatabase.like(database, Optional.empty())) {
            assertThat(user.isClosed()).isFalse();
            assertThat(scratch.database().name()).contains("athanor_scratch_");
            assertThat(asked("SELECT datname FROM pg_database ORDER BY 1")).contains(used, young, another)
                    .doesNotContain(old);
        }
        asked("DROP DATABASE " + used, "DROP DATABASE " + young, "DROP DATABASE " + another);
    }

    private List<String> asked(String... statements) throws SQLException {
        var answers = new ArrayList<String>();
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                if (statement.execute(sql)) {
                    var row = statement.getResultSet();
                    while (row.next()) {
                        answers.add(row.getString(1));
                    }
                }
            }
        }
        return answers;
    }
}
