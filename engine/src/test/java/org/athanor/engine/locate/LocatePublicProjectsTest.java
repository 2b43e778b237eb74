package org.athanor.engine.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.Athanor;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.athanor.engine.schema.Schema;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Databases of public projects, at each revision in turn, without their version table. The projects aren't part of this one:
/// `-Dathanor.corpus=FOLDER` says where each lies in a folder `owner+name`; without it, nothing is tried.
class LocatePublicProjectsTest {
    private static final Optional<Path> CORPUS = Optional.ofNullable(System.getProperty("athanor.corpus"))
            .map(Path::of);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"aeecleclair+Hyperion/alembic.ini, POSTGRESQL", "aeecleclair+Hyperion/alembic.ini, SQLITE",
            "mozilla-ai+lumigator/lumigator/backend/alembic.ini, POSTGRESQL",
            "mozilla-ai+lumigator/lumigator/backend/alembic.ini, SQLITE"})
    void each_revision_is_named_wherever_the_schema_tells_it_apart(String config, Product product) {
        var file = CORPUS.map(corpus -> corpus.resolve(config)).filter(Files::isRegularFile);
        assumeTrue(file.isPresent(), "SKIPPED: " + config + " isn't here; -Dathanor.corpus=FOLDER says where it is");
        var project = Project.open(file.orElseThrow(), Map.of());
        var url = product == Product.SQLITE ? "sqlite:///located.db" : TestPostgres.freshDatabase();
        var athanor = Athanor.open(project, Database.of(ConnectionSettings.parse(url, folder)));
        new Journey(athanor, project.graph().newestFirst().reversed()).go(config + " on " + product);
    }

    /// The way up, and what was seen at its stops.
    private static final class Journey {
        private final Athanor athanor;
        private final List<Revision> route;
        private final Map<RevisionId, Schema> seen = new LinkedHashMap<>();
        private final Map<RevisionId, List<String>> named = new LinkedHashMap<>();

        Journey(Athanor athanor, List<Revision> route) {
            this.athanor = athanor;
            this.route = route;
        }

        void go(String what) {
            var end = "";
            for (var revision : route) {
                var obstacle = obstacle(revision.id());
                if (obstacle.isPresent()) {
                    end = "; %s doesn't run on an empty database: %s".formatted(revision.id(), obstacle.get());
                    break;
                }
                look(revision.id());
            }
            judge();
            System.out.printf("%s: %d of %d revisions located, %d of them alone%s%n", what, seen.size(), route.size(),
                    named.values().stream().filter(places -> places.size() == 1).count(), end);
        }

        /// Why it can't be applied to a database without rows: it can't be read here, or its statements fail.
        private Optional<String> obstacle(RevisionId at) {
            try {
                return athanor.upgrade(at.value(), RunOptions.USUAL, RunListener.SILENT,
                        new Stop()) instanceof RunResult.Failed failed
                                ? Optional.of(failed.toString())
                                : Optional.empty();
            } catch (Refusal refusal) {
                return Optional.of(refusal.problem().text());
            }
        }

        private void look(RevisionId at) {
            var rows = athanor.rows().orElseThrow();
            execute("DROP TABLE alembic_version");
            var location = athanor.locate(LocateListener.SILENT);
            assertThat(location.exact()).as("at %s", at).isPresent();
            seen.put(at, Catalog.readWhole(athanor.database()));
            named.put(at, location.exact().orElseThrow().places().stream().map(Place::toString).toList());
            var result = athanor.stamp(rows.stream().map(RevisionId::value).toList(), Stamps.Rows.KEPT,
                    RunOptions.USUAL,
                    RunListener.SILENT, new Stop());
            assertThat(result).as("stamped at %s", at).isInstanceOf(RunResult.Completed.class);
        }

        /// Those that are named together are those whose schemas were the same.
        private void judge() {
            seen.forEach((id, schema) -> {
                var same = new ArrayList<String>();
                seen.forEach((other, otherSchema) -> {
                    if (Comparison.between(schema, otherSchema, athanor.database().dialect(), List.of()).differences()
                            .isEmpty()) {
                        same.add(other.value());
                    }
                });
                var together = named.getOrDefault(id, List.of());
                assertThat(together).as("at %s", id).contains(id.value());
                assertThat(Stream.concat(together.stream(), Stream.of("base")).filter(seenIds()::contains))
                        .as("together with %s", id).containsExactlyInAnyOrderElementsOf(same);
            });
        }

        private List<String> seenIds() {
            return seen.keySet().stream().map(RevisionId::value).toList();
        }

        private void execute(String sql) {
            try {
                LocateContract.execute(athanor.database(), sql);
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }
}
