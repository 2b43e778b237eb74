package org.athanor.engine.script.python.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our evaluation and Python's own, program by program.
class AgainstPythonTest {
    private static final int GENERATED = 4_000;

    @TempDir
    private static Path folder;
    private static RealPython python;

    @BeforeAll
    static void start() throws IOException {
        var found = RealPython.find(folder);
        Assumptions.assumeTrue(found.isPresent(), "NOT COMPARED: there is no Python of 3.11 or later at "
                + "/usr/bin/python3 or on the path, so nobody says whether our evaluation is right");
        python = found.orElseThrow();
    }

    @AfterAll
    static void stop() {
        if (python != null) {
            python.close();
        }
    }

    @Test
    void written_expressions_have_pythons_values() throws IOException {
        var expressions = new ArrayList<String>();
        for (var line : text("expressions.txt").replace("\\\n", "\\\0").split("\n", -1)) {
            if (!line.isBlank()) {
                expressions.add("r = " + line.replace('\0', '\n') + "\n");
            }
        }
        assertThat(expressions).hasSizeGreaterThan(240);
        compare(expressions);
    }

    @Test
    void written_programs_have_pythons_values() throws IOException {
        var programs = List.of(text("programs.txt").split("(?m)^---\n", -1));
        assertThat(programs).hasSizeGreaterThan(200);
        compare(programs);
    }

    @Test
    void generated_expressions_have_pythons_values() {
        var expressions = new RandomExpressions(20_260_203);
        var programs = new ArrayList<String>();
        for (int i = 0; i < GENERATED; i++) {
            programs.add("r = " + expressions.next() + "\n");
        }
        compare(programs);
    }

    private static void compare(List<String> programs) {
        var different = new ArrayList<String>();
        for (var program : programs) {
            var expected = python.answer(program);
            var ours = Evaluated.answer(program);
            if (!ours.equals(expected)) {
                different.add("%n%s  Python %s: %s%n  ours: %s".formatted(program, python.version(), expected, ours));
            }
        }
        assertThat(different).isEmpty();
    }

    private static String text(String name) throws IOException {
        try (var source = Objects.requireNonNull(AgainstPythonTest.class.getResourceAsStream(name))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
