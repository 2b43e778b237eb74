package org.athanor.engine.script.python.evaluation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.athanor.engine.script.python.evaluation.Surroundings.Limits;
import org.athanor.engine.script.python.library.ReadableFiles;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// Programs as our interpreter sees them.
final class Evaluated {
    static final Path NOWHERE = Path.of("/nowhere/revision.py");

    private Evaluated() {}

    static Surroundings surroundings(Path file) {
        return new Surroundings(_ -> Optional.empty(), file,
                new ReadableFiles(Optional.ofNullable(file.getParent()).orElse(file), () -> {}), List.of(),
                (_, text) -> parsed(text), InstantSource.fixed(Instant.parse("2026-02-03T04:05:06Z")), new Random(7),
                Limits.USUAL);
    }

    private static Optional<PythonFile> parsed(String text) {
        try {
            return Optional.of(PythonParser.parse(text));
        } catch (PythonSyntaxException _) {
            return Optional.empty();
        }
    }

    static ModuleScope module(String program) {
        return module(program, NOWHERE);
    }

    static ModuleScope module(String program, Path file) {
        try {
            return Interpreter.module(PythonParser.parse(program), surroundings(file));
        } catch (PythonSyntaxException e) {
            throw new IllegalArgumentException(program, e);
        }
    }

    /// What the name `r` holds after the program, or the type of the exception that ended it.
    static String answer(String program) {
        try {
            var scope = Interpreter.module(PythonParser.parse(program), surroundings(NOWHERE));
            return "ok " + scope.name("r").map(Value::written).orElse("None");
        } catch (PythonSyntaxException _) {
            return "raised SyntaxError";
        } catch (PythonFault fault) {
            return fault.kind() == PythonFault.Kind.RAISED
                    ? "raised " + fault.type()
                    : fault.kind() + " " + fault.reason();
        }
    }

    /// The fault that a program ends in.
    static PythonFault fault(String program) {
        return fault(program, NOWHERE);
    }

    static PythonFault fault(String program, Path file) {
        try {
            var scope = module(program, file);
            scope.name("r").ifPresent(Value::written);
            if (scope.name("f").isPresent()) {
                scope.call("f", org.athanor.engine.script.python.value.Arguments.of());
            }
        } catch (PythonFault fault) {
            return fault;
        }
        throw new AssertionError("No fault in\n" + program);
    }
}
