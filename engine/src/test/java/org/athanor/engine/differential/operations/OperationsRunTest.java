package org.athanor.engine.differential.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.athanor.engine.Samples;
import org.athanor.engine.dialect.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same revisions run by the engine and by the real Alembic, up and down: both databases hold the same afterwards,
/// rows and all, save for what [ExplainedOutcome] explains.
///
/// `-Dathanor.differential.only=batch` runs only the cases whose theme or name holds that.
class OperationsRunTest {
    private static final int RANDOM = Integer.getInteger("athanor.differential.runs", 40);
    private static final long SEED = Long.getLong("athanor.differential.seed", 0);
    private static final String ONLY = System.getProperty("athanor.differential.only", "");
    private static final int MOST_SHOWN = Integer.getInteger("athanor.differential.shown", 20);
    private static final String NO_ALEMBIC = """
            SKIPPED: revisions were not run beside the real Alembic, because no Python here has it.
            Install Debian's package (apt-get install alembic), or name a Python that has it with
            -Dathanor.differential.python=/path/to/python.""";
    private static final String NO_DRIVER = """
            SKIPPED: revisions were not run on PostgreSQL beside the real Alembic, because its Python has no psycopg2.
            Install Debian's package (apt-get install python3-psycopg2).""";

    private final Map<ExplainedOutcome, Integer> explained = new EnumMap<>(ExplainedOutcome.class);
    private final List<Outcome> unexplained = new ArrayList<>();
    private int compared;
    private int skipped;

    @Test
    void sqlite_holds_the_same_after_both_tools(@TempDir Path folder) throws IOException, SQLException {
        compare(Product.SQLITE, folder);
    }

    @Test
    void postgresql_holds_the_same_after_both_tools(@TempDir Path folder) throws IOException, SQLException {
        compare(Product.POSTGRESQL, folder);
    }

    @ParameterizedTest
    @EnumSource
    void the_library_holds_the_same_after_both_tools(Product product, @TempDir Path folder) throws Exception {
        var library = new CaseFolder(Samples.folder("library"), "d61f8a2b7c40");
        try (var alembic = found(folder); var pair = DatabasePair.of(product, folder)) {
            sayUnless(product == Product.SQLITE || alembic.hasDriver(), NO_DRIVER);
            for (var way : List.of("up", "down", "up")) {
                alembic.askToRun(way, library, pair.theirUrl());
                assertThat(pair.run(way, library)).isEmpty();
                assertThat(alembic.fault()).isEmpty();
                assertThat(plain(pair.ours())).isEqualTo(plain(pair.theirs()));
            }
        }
    }

    /// Without the parentheses around one word, which SQLAlchemy before 2.0 puts more often than the newest.
    private static List<String> plain(List<String> lines) {
        return lines.stream().map(l -> l.replaceAll("DEFAULT \\((CURRENT_\\w+|\\d+)\\)", "DEFAULT $1")).toList();
    }

    @ParameterizedTest
    @EnumSource
    void what_differs_on_purpose_is_told_to_users(ExplainedOutcome outcome) {
        assertThat(Samples.text(Samples.folder("../docs/alembic-differences.md")))
                .contains("| %s |".formatted(outcome.title()));
    }

    private void compare(Product product, Path folder) throws IOException, SQLException {
        try (var alembic = found(folder); var pair = DatabasePair.of(product, folder)) {
            sayUnless(product == Product.SQLITE || alembic.hasDriver(), NO_DRIVER);
            for (var revision : cases().filter(c -> c.runsOn(product)).toList()) {
                if (revision.since().filter(s -> s.isAfter(alembic.versions())).isPresent()) {
                    skipped++;
                } else {
                    var project = CaseFolder.write(revision, folder.resolve(revision.theme() + revision.line()));
                    pair.empty();
                    compare(alembic, pair, revision, project);
                }
            }
            System.out.println(summary(product, alembic));
        }
        assertThat(unexplained.stream().limit(MOST_SHOWN).map("%n%s%n"::formatted))
                .as("%d runs that end elsewhere without explanation", unexplained.size()).isEmpty();
    }

    private static AlembicStatements found(Path folder) throws IOException {
        var found = AlembicStatements.find(folder);
        sayUnless(found.isPresent(), NO_ALEMBIC);
        return found.orElseThrow();
    }

    private static Stream<RevisionCase> cases() {
        var random = IntStream.range(0, RANDOM).mapToObj(i -> new RandomRevision(SEED + i).make());
        return Stream.concat(WrittenCases.all().stream(), random)
                .filter(c -> (c.theme() + " " + c.name()).contains(ONLY));
    }

    private static void sayUnless(boolean present, String missing) {
        if (!present) {
            System.err.println(missing);
        }
        assumeTrue(present, missing);
    }

    private void compare(AlembicStatements alembic, DatabasePair pair, RevisionCase revision, CaseFolder project)
            throws SQLException {
        for (var way : List.of("up", "down")) {
            alembic.askToRun(way, project, pair.theirUrl());
            var ours = pair.run(way, project);
            var theirs = alembic.fault();
            var outcome = new Outcome(revision, pair.product(), way, theirs, ours, pair.theirs(), pair.ours());
            compared++;
            if (!outcome.isSame()) {
                ExplainedOutcome.of(outcome).ifPresentOrElse(kind -> explained.merge(kind, 1, Integer::sum),
                        () -> unexplained.add(outcome));
            }
            if (theirs.or(() -> ours).isPresent()) {
                return;
            }
        }
    }

    private String summary(Product product, AlembicStatements alembic) {
        var lines = new StringBuilder(
                "Ran %d times on %s beside Alembic %s; %d ended elsewhere without explanation, %d cases are for newer ones."
                        .formatted(compared, product.code(), alembic.versions(), unexplained.size(), skipped));
        explained.forEach((kind, count) -> lines.append("%n%7d  %s".formatted(count, kind.title())));
        return lines.toString();
    }

    /// What is there after both tools have gone one way; each may have failed.
    record Outcome(RevisionCase revision, Product product, String way, Optional<String> theirFault,
            Optional<String> ourFault, List<String> theirs, List<String> ours) {
        /// Where both fail, what is left is each tool's own business.
        boolean isSame() {
            return theirFault.isPresent() ? ourFault.isPresent() : ourFault.isEmpty() && theirs.equals(ours);
        }

        @Override
        public String toString() {
            var missing = theirs.stream().filter(line -> !ours.contains(line)).toList();
            var more = ours.stream().filter(line -> !theirs.contains(line)).toList();
            return "%s | %s %s%n  alembic: %s%n  ours:    %s".formatted(revision, product.code(), way,
                    theirFault.orElseGet(() -> String.join("\n           ", missing)),
                    ourFault.orElseGet(() -> String.join("\n           ", more)));
        }
    }
}
