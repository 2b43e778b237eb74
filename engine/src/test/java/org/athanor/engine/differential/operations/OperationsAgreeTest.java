package org.athanor.engine.differential.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.athanor.engine.Samples;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.differential.operations.RevisionCase.Side;
import org.athanor.engine.script.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The statements of revisions against those that the real Alembic prints, up and down, for both products, save for
/// what [ExplainedDeviation] explains: the written set, and random revisions.
///
/// `-Dathanor.differential.revisions=10000` makes more random ones, `-Dathanor.differential.seed=7` makes others, and
/// `-Dathanor.differential.only=batch` compares only the cases whose theme or name holds that.
class OperationsAgreeTest {
    private static final int RANDOM = Integer.getInteger("athanor.differential.revisions", 150);
    private static final long SEED = Long.getLong("athanor.differential.seed", 0);
    private static final String ONLY = System.getProperty("athanor.differential.only", "");
    private static final int MOST_SHOWN = Integer.getInteger("athanor.differential.shown", 20);
    private static final int AT_LEAST = 300;
    private static final String MISSING = """
            SKIPPED: revisions were not compared with the real Alembic, because no Python here has it.
            Install Debian's package (apt-get install alembic), or name a Python that has it with
            -Dathanor.differential.python=/path/to/python.""";

    private final EngineStatements engine = new EngineStatements();
    private final Map<ExplainedDeviation, Integer> explained = new EnumMap<>(ExplainedDeviation.class);
    private final List<Deviation> unexplained = new ArrayList<>();
    private final List<String> wrongExpectations = new ArrayList<>();
    private final List<String> refusedByAlembic = new ArrayList<>();
    private int compared;

    @Test
    void the_written_set_is_large() {
        assertThat(WrittenCases.all()).hasSizeGreaterThanOrEqualTo(AT_LEAST)
                .extracting(c -> c.theme() + " " + c.name()).doesNotHaveDuplicates();
    }

    @Test
    void written_revisions_become_the_statements_that_alembic_prints(@TempDir Path folder) throws IOException {
        compare(WrittenCases.all().stream(), folder);
    }

    @Test
    void random_revisions_become_the_statements_that_alembic_prints(@TempDir Path folder) throws IOException {
        compare(IntStream.range(0, RANDOM).mapToObj(i -> new RandomRevision(SEED + i).make()), folder);
        assertThat(refusedByAlembic).as("random revisions that aren't sound").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_differs_on_purpose_is_told_to_users(ExplainedDeviation deviation) {
        assertThat(Samples.text(Samples.folder("../docs/alembic-differences.md")))
                .contains("| %s |".formatted(deviation.title()));
    }

    private void compare(Stream<RevisionCase> cases, Path folder) throws IOException {
        var found = AlembicStatements.find(folder);
        if (found.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(found.isPresent(), MISSING);
        try (var alembic = found.orElseThrow()) {
            cases.filter(c -> (c.theme() + " " + c.name()).contains(ONLY)).forEach(c -> compare(alembic, c, folder));
            System.out.println(summary(alembic));
        }
        assertThat(wrongExpectations).as("cases that don't say what this Alembic says").isEmpty();
        assertUnsurprising();
    }

    private void assertUnsurprising() {
        assertThat(unexplained.stream().limit(MOST_SHOWN).map(d -> "%n%s%n".formatted(d)))
                .as("%d deviations that nothing explains", unexplained.size()).isEmpty();
    }

    private void compare(AlembicStatements alembic, RevisionCase revision, Path folder) {
        var project = CaseFolder.write(revision, folder.resolve(revision.theme() + revision.line()));
        for (var product : Product.values()) {
            if (revision.isFor(product)) {
                alembic.askToPrint(project, product);
                for (var direction : List.of(Direction.UPGRADE, Direction.DOWNGRADE)) {
                    var ours = engine.print(project, product, direction);
                    compare(alembic, revision, new Side(product, direction), alembic.printed(), ours);
                }
            }
        }
    }

    private void compare(AlembicStatements alembic, RevisionCase revision, Side side, Printed printed, Printed ours) {
        var newest = new Expectation(revision, side);
        boolean old = revision.since().filter(s -> s.isAfter(alembic.versions())).isPresent();
        var theirs = old ? newest.printed().orElse(printed) : printed;
        newest.printed().filter(expected -> !old && !expected.agreesWith(printed))
                .ifPresent(expected -> wrongExpectations.add("%s | %s: %s".formatted(revision, side, printed)));
        if (printed instanceof Printed.Refused) {
            refusedByAlembic.add("%s | %s: %s".formatted(revision, side, printed));
        }
        compared++;
        if (!theirs.agreesWith(ours)) {
            var deviation = new Deviation(revision, side, theirs, ours);
            ExplainedDeviation.of(deviation).ifPresentOrElse(kind -> explained.merge(kind, 1, Integer::sum),
                    () -> unexplained.add(deviation));
        }
    }

    private String summary(AlembicStatements alembic) {
        var lines = new StringBuilder("Compared %d scripts with Alembic %s; %d differ without explanation."
                .formatted(compared, alembic.versions(), unexplained.size()));
        explained.forEach((kind, count) -> lines.append("%n%7d  %s".formatted(count, kind.title())));
        return lines.toString();
    }
}
