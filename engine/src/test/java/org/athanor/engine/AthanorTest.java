package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;
import static org.athanor.engine.Refusals.refused;
import static org.athanor.engine.graph.Histories.ids;
import static org.athanor.engine.graph.Histories.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class AthanorTest {
    private final Path folder;

    AthanorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void the_status_tells_what_is_applied_and_what_is_pending() {
        var shop = onSqlite(Samples.project("shop"));
        shop.run(shop.planUpgrade("e9c411b4fe1f"), RunListener.SILENT, () -> false);

        var status = shop.status();

        assertThat(status.database()).isEqualTo(folder.resolve("shop.db").toString());
        assertThat(status.rows()).contains(ids("e9c411b4fe1f"));
        assertThat(names(status.current())).isEqualTo("e9c411b4fe1f");
        assertThat(names(status.applied()))
                .isEqualTo("9f2580d34104 cf9cc437439e b202f7f7ab10 ad56f93c4b70 e9c411b4fe1f");
        assertThat(status.pending()).hasSize(10).last().hasToString("3aa1a1a61566");
        assertThat(status.isAtHead()).isFalse();
    }

    @Test
    void a_project_with_a_problem_is_looked_at_and_not_run() {
        var broken = onSqlite(Samples.project("broken/cycle"));

        assertThat(broken.status().problems()).extracting(p -> p.kind()).containsExactly(ProblemKind.CYCLE);
        assertThat(refused(() -> broken.planUpgrade("heads")).kind()).isEqualTo(ProblemKind.CYCLE);
    }

    @Test
    void head_is_refused_where_there_are_two() {
        assertThat(refusal(() -> onSqlite(Samples.project("broken/two-heads")).planUpgrade("head")))
                .isEqualTo("multiple-heads: There are 2 heads: b2c3d4e5f6a1, c3d4e5f6a1b2");
    }

    @Test
    void an_application_brings_its_own_connections() {
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + TestPostgres.freshDatabase().replace("postgres@", ""));
        source.setUser("postgres");
        var shop = Athanor.open(Samples.project("shop"), Database.of(source));

        assertThat(shop.run(shop.planUpgrade("head"), RunListener.SILENT, () -> false).heads())
                .isEqualTo(ids("3aa1a1a61566"));
        assertThat(shop.database().name()).isEqualTo("PostgreSQL");
    }

    @Test
    void the_version_table_may_stand_in_another_schema() throws IOException, SQLException {
        var database = Database
                .of(ConnectionSettings.parse(TestPostgres.freshDatabase(), folder));
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA meta");
        }
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("versions/a.sql"), "-- revision: a\n-- down_revision:\n-- +upgrade\n");
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\nversion_table_schema = \"meta\"\n");
        var athanor = Athanor.open(Project.open(folder.resolve("athanor.toml"), Map.of()), database);

        var result = athanor.run(athanor.planUpgrade("head"), RunListener.SILENT, () -> false);

        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(athanor.rows()).contains(ids("a"));
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT to_regclass('public.alembic_version') IS NULL")) {
            assertThat(rows.next() && rows.getBoolean(1)).isTrue();
        }
    }

    @Test
    void a_version_table_that_is_there_but_empty_is_told_apart_from_none() {
        var shop = onSqlite(Samples.project("shop"));
        assertThat(shop.rows()).isEqualTo(Optional.empty());

        shop.run(shop.planUpgrade("+1"), RunListener.SILENT, () -> false);
        shop.run(shop.planDowngrade("base"), RunListener.SILENT, () -> false);

        assertThat(shop.rows()).isEqualTo(Optional.of(List.of()));
    }

    private Athanor onSqlite(Project project) {
        return Athanor.open(project, Database.of(ConnectionSettings.parse("sqlite:///shop.db", folder)));
    }
}
