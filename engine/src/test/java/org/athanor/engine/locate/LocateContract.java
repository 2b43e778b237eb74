package org.athanor.engine.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.Athanor;
import org.athanor.engine.Samples;
import org.athanor.engine.compare.Fingerprint;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.athanor.engine.script.CallerArguments;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds on every product when a database is looked for in a history.
abstract class LocateContract {
    @TempDir
    Path folder;

    /// An empty database.
    abstract Database fresh();

    @ParameterizedTest
    @ValueSource(strings = {"shop/athanor.toml", "library/alembic.ini"})
    void a_database_without_its_version_table_is_found_at_every_revision(String config) throws Exception {
        var project = Project.open(Samples.folder(config), Map.of());
        var database = fresh();
        var expected = new LinkedHashMap<Revision, Fingerprint>();
        for (var revision : project.graph().newestFirst().reversed()) {
            upgrade(project, database, revision);
            var rows = Athanor.open(project, database).rows().orElseThrow();
            execute(database, "ALTER TABLE alembic_version RENAME TO kept");
            long t0 = System.nanoTime();
            var location = Locator.locate(project, database, CallerArguments.NONE, LocateListener.SILENT);
            execute(database, "ALTER TABLE kept RENAME TO alembic_version");

            System.err.println((System.nanoTime()-t0)/1000000+" ms "+revision + " " + location.exact().map(Match::places) + " " + location.matches().size() + location.unmade()+ location.guesses()+location.partial()+location.compared()+"/"+location.places());
            
            assertThat(location.exact()).as("%s", revision).isPresent();
            assertThat(location.exact().get().places()).as("%s", revision)
                    .anyMatch(place -> place.rows().stream().map(Revision::id).toList().equals(rows));
        }
    }

    private static void upgrade(Project project, Database database, Revision to) {
        var result = Athanor.open(project, database).upgrade(to.id().value(), RunOptions.USUAL, RunListener.SILENT,
                new Stop());
        assertThat(result).isInstanceOf(RunResult.Completed.class);
    }

    final void execute(Database database, String... statements) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
