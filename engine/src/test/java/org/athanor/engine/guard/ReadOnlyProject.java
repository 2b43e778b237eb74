package org.athanor.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.athanor.engine.Athanor;
import org.athanor.engine.database.Database;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.run.RunListener;

/// A project with one revision, under a policy that only reads.
final class ReadOnlyProject {
    private ReadOnlyProject() {}

    static Athanor at(Path folder, Database database) throws IOException {
        Files.createDirectories(folder.resolve("versions"));
        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        Files.writeString(folder.resolve("versions/a.sql"), """
                -- revision: a
                -- down_revision:

                -- +upgrade
                CREATE TABLE made (id integer);
                -- +downgrade
                DROP TABLE made;
                """);
        return Athanor.open(Project.open(folder.resolve("athanor.toml"), Map.of()), database)
                .under(Policy.USUAL.readOnly());
    }

    static void assertThatNothingChanges(Athanor athanor) {
        for (var plan : List.of(athanor.planUpgrade("head"), athanor.planStamp(List.of("head"), Stamps.Rows.PURGED))) {
            assertThat(refused(() -> athanor.run(plan, RunListener.SILENT, () -> false)).kind())
                    .isEqualTo(ProblemKind.READ_ONLY);
        }
        assertThat(refused(athanor::ensureVersionTable).kind()).isEqualTo(ProblemKind.READ_ONLY);
        assertThat(athanor.status().rows()).isEmpty();
    }
}
