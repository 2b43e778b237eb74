package org.athanor.engine.differential.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.differential.operations.OperationsRunTest.Outcome;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Revisions that ask the database, run by the engine and by the real Alembic, up and down: what they heard, which they
/// write down, and what they made of it are the same.
///
/// `-Dathanor.differential.only=session` runs only the cases whose theme or name holds that.
class LiveRevisionsTest {
    private static final String ONLY = System.getProperty("athanor.differential.only", "");
    private static final String MISSING = """
            SKIPPED: live revisions were not run beside the real Alembic, because its Python, or psycopg2, is missing.
            Install Debian's packages (apt-get install alembic python3-psycopg2).""";

    @ParameterizedTest
    @EnumSource
    void what_a_revision_hears_is_the_same(Product product, @TempDir Path folder) throws IOException, SQLException {
        var found = AlembicStatements.find(folder);
        boolean there = found.isPresent() && (product == Product.SQLITE || found.get().hasDriver());
        if (!there) {
            System.err.println(MISSING);
        }
        assumeTrue(there, MISSING);
        var different = new ArrayList<Outcome>();
        int compared = 0;
        try (var alembic = found.orElseThrow(); var pair = DatabasePair.of(product, folder)) {
            for (var revision : cases(product, alembic)) {
                var project = CaseFolder.write(revision, folder.resolve(revision.theme() + revision.line()));
                pair.empty();
                compared += compare(alembic, pair, revision, project, different);
            }
            System.out.printf("Ran live revisions %d times on %s beside Alembic %s; %d ended elsewhere.%n", compared,
                    product.code(), alembic.versions(), different.size());
        }
        assertThat(different).isEmpty();
        assertThat(compared).isPositive();
    }

    private static List<RevisionCase> cases(Product product, AlembicStatements alembic) {
        return WrittenCases.live().stream().filter(c -> c.runsOn(product))
                .filter(c -> c.since().filter(s -> s.isAfter(alembic.versions())).isEmpty())
                .filter(c -> (c.theme() + " " + c.name()).contains(ONLY)).toList();
    }

    /// How often both were run.
    private static int compare(AlembicStatements alembic, DatabasePair pair, RevisionCase revision, CaseFolder project,
            List<Outcome> different) throws SQLException {
        int compared = 0;
        for (var way : List.of("up", "down")) {
            alembic.askToRun(way, project, pair.theirUrl());
            var ours = pair.run(way, project);
            var theirs = alembic.fault();
            var outcome = new Outcome(revision, pair.product(), way, theirs, ours, pair.theirs(), pair.ours());
            compared++;
            if (!outcome.isSame()) {
                different.add(outcome);
            }
            if (theirs.or(() -> ours).isPresent()) {
                return compared;
            }
        }
        return compared;
    }
}
