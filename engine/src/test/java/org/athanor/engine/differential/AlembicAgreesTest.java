package org.athanor.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The engine against the real Alembic, on random histories: the same steps in the same order, the same rows after each
/// of them, and the same refusals, save for what [KnownDifference] explains.
///
/// `-Dathanor.differential.cases=100000` asks more, `-Dathanor.differential.seed=7` asks others.
class AlembicAgreesTest {
    private static final int CASES = Integer.getInteger("athanor.differential.cases", 6000);
    private static final long SEED = Long.getLong("athanor.differential.seed", 0);
    private static final int MOST_SHOWN = 5;
    private static final String MISSING = """
            SKIPPED: the engine was not compared with the real Alembic, because no Python here has it.
            Install Debian's package (apt-get install alembic), or name a Python that has it with
            -Dathanor.differential.python=/path/to/python.""";

    private final Engine engine = new Engine();
    private final Map<KnownDifference, Integer> known = new EnumMap<>(KnownDifference.class);
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void the_engine_does_as_alembic_does_or_says_why_not(@TempDir Path folder) throws IOException {
        var found = Alembic.find(folder);
        if (found.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(found.isPresent(), MISSING);
        try (var alembic = found.orElseThrow()) {
            for (int i = 0; i < CASES && unexplained.size() < MOST_SHOWN; i++) {
                compare(alembic, SEED + i);
            }
            System.out.println(summary(alembic));
        }
        assertThat(unexplained).as("differences that nothing explains").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_differs_on_purpose_is_told_to_users(KnownDifference difference) {
        assertThat(Samples.text(Samples.folder("../docs/alembic-differences.md")))
                .contains("| %s |".formatted(difference.title()));
    }

    private void compare(Alembic alembic, long seed) {
        var question = RandomCase.of(seed);
        var difference = difference(alembic, question);
        if (isUnexplained(difference)) {
            report(alembic, question, seed);
        } else {
            KnownDifference.of(difference).ifPresent(kind -> known.merge(kind, 1, Integer::sum));
        }
    }

    /// Empty where both agree, else the difference as each target sees it.
    private List<Difference> difference(Alembic alembic, Case question) {
        var theirs = alembic.ask(question);
        var ours = engine.ask(question);
        boolean sound = !(ours instanceof Answer.Steps steps) || new Journey(question).isSound(steps.stops());
        var shown = sound ? ours : new Answer.Died("not sound: " + ours);
        return theirs.agreesWith(shown) ? List.of() : Difference.of(question, theirs, shown);
    }

    private static boolean isUnexplained(List<Difference> difference) {
        return !difference.isEmpty() && KnownDifference.of(difference).isEmpty();
    }

    private void report(Alembic alembic, Case question, long seed) {
        var smallest = new Shrinker(smaller -> isUnexplained(difference(alembic, smaller))).shrink(question);
        unexplained.add("%nseed     %d%n%s%n".formatted(seed, difference(alembic, smallest).getFirst()));
    }

    private String summary(Alembic alembic) {
        var lines = new StringBuilder("Compared %d cases with Alembic %s.".formatted(CASES, alembic.version()));
        known.forEach((kind, count) -> lines.append("%n%7d  %s".formatted(count, kind.title())));
        return lines.toString();
    }
}
