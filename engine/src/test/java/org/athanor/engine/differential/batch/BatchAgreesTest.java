package org.athanor.engine.differential.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.athanor.engine.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SQLite's batch mode, case by case on two files with the same rows: the real Alembic changes one of them, the engine the
/// other. Both send the same statements, and both files are the same afterwards, save for what the documentation explains.
class BatchAgreesTest {
    private static final String MISSING = """
            SKIPPED: batch mode was not compared with the real Alembic, because no Python here has it.
            Install Debian's package (apt-get install alembic), or name a Python that has it with
            -Dathanor.differential.python=/path/to/python.""";

    private final EngineBatch engine = new EngineBatch();

    @Test
    void a_rebuild_does_as_alembic_does_or_says_why_not(@TempDir Path folder) throws Exception {
        var found = AlembicBatch.find(folder);
        if (found.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(found.isPresent(), MISSING);
        var wrong = new ArrayList<String>();
        int same = 0;
        try (var alembic = found.orElseThrow()) {
            int number = 0;
            for (var question : cases()) {
                var place = Files.createDirectory(folder.resolve("case" + number++));
                var theirs = alembic.run(question, SqliteFile.filled(place.resolve("theirs.db"), question.setup()));
                var ours = engine.run(question, SqliteFile.filled(place.resolve("ours.db"), question.setup()));
                boolean explained = question.difference().isPresent()
                        || alembic.isOlder() && question.older().isPresent();
                if (theirs.agreesWith(ours)) {
                    same++;
                    if (question.difference().isPresent()) {
                        wrong.add("# %s%n  is the same, though said to differ".formatted(question));
                    }
                } else if (!explained) {
                    wrong.add("# %s%n  Alembic%n    %s%n  ours%n    %s".formatted(question, theirs, ours));
                }
            }
            System.out.printf("Compared %d batch migrations with Alembic %s: %d the same.%n", cases().size(),
                    alembic.version(), same);
        }
        assertThat(wrong).isEmpty();
    }

    /// Needs no Alembic: no row is lost, and the schema goes on as the database does.
    @Test
    void no_rebuild_loses_a_row(@TempDir Path folder) throws Exception {
        int number = 0;
        for (var question : cases()) {
            var place = Files.createDirectory(folder.resolve("case" + number++));
            var file = SqliteFile.filled(place.resolve("ours.db"), question.setup());
            var before = file.counts();
            if (engine.run(question, file) instanceof BatchOutcome.Done done) {
                var after = file.counts();
                before.keySet().retainAll(after.keySet());
                assertThat(after).as(question.title()).containsAllEntriesOf(before);
                assertThat(done.database().getLast()).as(question.title()).isEqualTo("ok");
            }
        }
    }

    @Test
    void what_differs_on_purpose_is_told_to_users() throws IOException {
        var page = Samples.text(Samples.folder("../docs/alembic-differences.md"));
        assertThat(cases().stream().flatMap(c -> c.difference().stream()).distinct())
                .allSatisfy(title -> assertThat(page).contains("| %s |".formatted(title)));
    }

    private static List<BatchCase> cases() throws IOException {
        try (var source = Objects.requireNonNull(BatchAgreesTest.class.getResourceAsStream("cases.txt"))) {
            return BatchCase.all(new String(source.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
