package org.athanor.engine.differential.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.athanor.engine.RenameAnswers;
import org.athanor.engine.SchemaSource;
import org.athanor.engine.WrittenProject;
import org.athanor.engine.compare.Aspect;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.project.Initializer.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs of a database and a target: for Alembic the target is SQLAlchemy's tables, for us it is what these tables are in SQL.
/// Both name the same differences, and Alembic runs what we write, up and down.
class AutogenerateAgreesTest {
    private static final int PAIRS = Integer.getInteger("athanor.autogenerate.pairs", 12);
    private static final int FIRST = Integer.getInteger("athanor.autogenerate.first", 0);
    private static final boolean SHOWN = Boolean.getBoolean("athanor.autogenerate.shown");
    private static final String NO_ALEMBIC = "SKIPPED: differences were not compared with the real Alembic's: no Python here"
            + " has it. Install Debian's packages alembic and python3-psycopg2.";

    private final Map<String, Integer> more = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    void sqlite_differs_for_both_in_the_same(@TempDir Path folder) throws Exception {
        pairs(folder, seed -> "sqlite:///" + folder.resolve("pair%d.db".formatted(seed)));
    }

    @Test
    void postgresql_differs_for_both_in_the_same(@TempDir Path folder) throws Exception {
        pairs(folder, _ -> TestPostgres.freshDatabase());
    }

    private interface Urls {
        String of(int seed);
    }

    private void pairs(Path folder, Urls urls) throws Exception {
        var found = AlembicPairs.find(folder);
        if (found.isEmpty()) {
            System.err.println(NO_ALEMBIC);
        }
        assumeTrue(found.isPresent(), NO_ALEMBIC);
        try (var alembic = found.get()) {
            for (int seed = FIRST; seed < FIRST + PAIRS; seed++) {
                try {
                    pair(alembic, seed, urls.of(seed), Files.createDirectory(folder.resolve("pair" + seed)));
                } catch (AssertionError | RuntimeException e) {
                    faults.add("seed %d: %s".formatted(seed, e));
                }
            }
            System.out.printf("%s: %d pairs; named by us alone: %s%n", alembic.version(), PAIRS, more);
        }
        assertThat(faults).isEmpty();
    }

    private void pair(AlembicPairs alembic, int seed, String url, Path folder) throws Exception {
        var file = folder.resolve("schema.sql");
        var theirs = new TreeSet<>(alembic.ask("make", seed, url, file));
        var project = WrittenProject.create(Kind.GENERIC, folder, url);
        if (seed % 2 == 1) {
            project.configure("render_as_batch=True");
        }
        var target = new SchemaSource.File(file);
        var generation = project.autogenerate(target, new RenameAnswers(List.of(), true));
        var ours = new TreeSet<>(plain(generation.comparison()));
        var missed = new TreeSet<>(theirs);
        missed.removeAll(ours);
        ours.removeAll(theirs);
        ours.forEach(line -> more
                .merge(line.replaceAll("^(. (?:check|column|primary key|enum|table|sequence|index|unique)).*?( \\w+)?$",
                        "$1$2"), 1, Integer::sum));
        assertThat(missed).as("only Alembic names").isEmpty();
        assertThat(ours.stream().filter(line -> !isExpected(line, ours, theirs))).as("only we name").isEmpty();
        if (generation.isEmpty()) {
            return;
        }
        run(alembic, seed, url, project, generation.comparison(), target,
                project.write(generation, "what differs"));
    }

    /// Alembic looks at no checks, not at the conditions of SQLite's indexes, and not at a default that has another type because
    /// its column has.
    private static boolean isExpected(String line, Set<String> ours, Set<String> theirs) {
        return line.contains(" check ")
                || line.contains(" index ") && ours.contains((line.startsWith("+") ? "-" : "+") + line.substring(1))
                || line.endsWith(" default") && theirs.contains(line.replaceFirst(" default$", " type"));
    }

    private static void run(AlembicPairs alembic, int seed, String url, WrittenProject project, Comparison before,
            SchemaSource target, String text) throws Exception {
        if (SHOWN) {
            System.out.println(text);
        }
        try {
            alembic.ask("run", project.config(), "upgrade", "head");
            assertThat(alembic.ask("differ", seed, url, "second")).as("Alembic after the upgrade").isEmpty();
            assertThat(WrittenProject.told(project.compare(target))).as("we after the upgrade").isEmpty();
            alembic.ask("run", project.config(), "downgrade", "base");
            assertThat(alembic.ask("differ", seed, url, "first")).as("Alembic after the downgrade").isEmpty();
            assertThat(WrittenProject.told(project.compare(target))).as("we after the downgrade")
                    .containsExactlyInAnyOrderElementsOf(WrittenProject.told(before));
            project.upgrade();
            assertThat(WrittenProject.told(project.compare(target))).as("after our own upgrade").isEmpty();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(e + "\n" + text, e);
        }
    }

    /// In Alembic's words: what is there otherwise is gone and new, column by column in what they differ.
    private static List<String> plain(Comparison comparison) {
        return comparison.differences().stream().flatMap(d -> switch (d) {
            case Missing(var part) -> Stream.of("+ " + named(part));
            case Extra(var part) -> Stream.of("- " + named(part));
            case Changed(var before, Part.OfColumn _, var deviations) ->
                deviations.stream().map(x -> "~ " + named(before) + " " + word(x.aspect()));
            case Changed(var before, Part.OfTable _, var deviations) ->
                deviations.stream().map(x -> "~ " + named(before) + " " + word(x.aspect()));
            case Changed(var before, var after, _) -> Stream.of("- " + named(before), "+ " + named(after));
        }).toList();
    }

    private static String named(Part part) {
        return part.kind() + " " + part.path();
    }

    private static String word(Aspect aspect) {
        return aspect == Aspect.COMPUTED ? "default" : aspect.code();
    }
}
