package org.athanor.engine.script.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/// Our parser against CPython's: the same trees with the same lines and values, and the same texts refused. Over written
/// snippets, over files of Python's own library, and over mutations of the snippets.
///
/// `-Dathanor.syntax.cases=100000` tries more mutations, `-Dathanor.syntax.seed=7` others, `-Dathanor.syntax.files` more
/// files, `-Dathanor.syntax.folder=/a/folder` the files of any folder, `-Dathanor.syntax.python` compares with another
/// Python.
class CPythonAgreesTest {
    private static final int CASES = Integer.getInteger("athanor.syntax.cases", 20_000);
    private static final int FILES = Integer.getInteger("athanor.syntax.files", 300);
    private static final long SEED = Long.getLong("athanor.syntax.seed", 0);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_SHOWN = 5;
    private static final String MISSING = """
            SKIPPED: the parser was not compared with Python's own, because there is no Python 3.11 or later here.
            Install one (apt-get install python3), or name one with -Dathanor.syntax.python=/path/to/python.""";
    /// What is Python only in a version later than the first word of the line.
    private static final Pattern NEWER = Pattern.compile("(?s).*(?:\\b(?:[fF][rR]?|[rR][fF])['\"]"
            + "|(?:def|class|type)\\s+\\w+\\s*[\\[=]).*");

    private static Optional<CPython> found = Optional.empty();
    private final List<String> differences = new ArrayList<>();
    private int trees;
    private int refused;

    @BeforeAll
    static void findPython(@TempDir Path folder) throws IOException {
        found = CPython.find(folder).filter(python -> python.minor() >= 11);
        if (found.isEmpty()) {
            System.err.println(MISSING);
        }
        assumeTrue(found.isPresent(), MISSING);
    }

    @AfterAll
    static void endPython() {
        found.ifPresent(CPython::close);
    }

    @Test
    void every_construct_gives_the_same_tree() {
        for (var snippet : Snippets.of("snippets.txt")) {
            compare(snippet.title(), snippet.text());
        }
        assertThat(refused).as("refused snippets").isZero();
        finish("snippets");
    }

    @Test
    void every_fault_is_refused_by_both() {
        for (var snippet : Snippets.of("invalid.txt")) {
            compare(snippet.title(), snippet.text());
        }
        assertThat(trees).as("snippets with a fault that are read").isZero();
        finish("snippets with a fault");
    }

    @Test
    void newer_constructs_give_the_same_tree_where_python_knows_them() {
        for (var snippet : Snippets.of("newer.txt")) {
            int minor = Integer.parseInt(snippet.title().substring(2, 4));
            if (minor <= python().minor()) {
                compare(snippet.title(), snippet.text().split("====\n", 2)[0]);
            }
        }
        finish("newer snippets");
    }

    @Test
    void pythons_own_library_gives_the_same_trees() throws IOException {
        var folder = Optional.ofNullable(System.getProperty("athanor.syntax.folder")).map(Path::of)
                .orElse(python().library());
        long end = System.nanoTime() + LONGEST.toNanos();
        for (var file : files(folder)) {
            if (System.nanoTime() > end || differences.size() >= MOST_SHOWN) {
                break;
            }
            try {
                compare(file.toString(), Files.readString(file));
            } catch (MalformedInputException _) {
                // Written in another encoding: what Python reads there is not what we would give it.
            }
        }
        finish("files of " + folder);
    }

    @Test
    void mutated_snippets_are_read_or_refused_alike() {
        var random = new Random(SEED);
        var pieces = new ArrayList<>(Snippets.pieces("snippets.txt"));
        pieces.addAll(Snippets.pieces("invalid.txt"));
        for (int i = 0; i < CASES && differences.size() < MOST_SHOWN; i++) {
            var mutated = Mutation.of(pieces.get(random.nextInt(pieces.size())), random);
            if (python().minor() > 12 || !NEWER.matcher(mutated).matches()) {
                compare("seed %d, case %d".formatted(SEED, i), mutated);
            }
        }
        finish("mutations");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            var files = new ArrayList<>(walk
                    .filter(f -> f.toString().endsWith(".py") && !f.toString().contains("site-packages")
                            && Files.isRegularFile(f))
                    .sorted().toList());
            Collections.shuffle(files, new Random(SEED));
            return files.subList(0, Math.min(FILES, files.size()));
        }
    }

    private static CPython python() {
        return found.orElseThrow(() -> new TestAbortedException(MISSING));
    }

    private void compare(String title, String source) {
        var theirs = python().ask(source);
        var ours = python().ours(source);
        if (theirs.startsWith("refused") && ours.startsWith("refused")) {
            refused++;
        } else if (theirs.equals(ours)) {
            trees++;
        } else {
            differences.add("%s\n%s\n%s".formatted(title, source, difference(theirs, ours)));
        }
    }

    private static String difference(String theirs, String ours) {
        int at = 0;
        while (at < Math.min(theirs.length(), ours.length()) && theirs.charAt(at) == ours.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 100);
        return "  theirs: …%s\n  ours:   …%s".formatted(theirs.substring(from, Math.min(theirs.length(), at + 100)),
                ours.substring(from, Math.min(ours.length(), at + 100)));
    }

    private void finish(String what) {
        System.out.printf("Python %s and we agree on %d trees and %d refusals: %s%n", python().version(), trees,
                refused, what);
        assertThat(differences).isEmpty();
    }
}
