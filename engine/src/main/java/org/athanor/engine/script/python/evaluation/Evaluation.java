package org.athanor.engine.script.python.evaluation;

import java.util.List;

import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.Budget;

/// The parts that evaluate one file together.
final class Evaluation {
    private final Interpreter interpreter;
    private final boolean hasPlainExpressions;
    private final String file;
    private final Expressions expressions = new Expressions(this);
    private final Instructions instructions = new Instructions(this);
    private final Targets targets = new Targets(this);
    private final Calls calls = new Calls(this);
    private final Comprehensions comprehensions = new Comprehensions(this);
    private final Classes classes = new Classes(this);
    private final Patterns patterns = new Patterns(this);
    private final Imports imports;

    /// `file` is empty for the revision's own.
    Evaluation(Interpreter interpreter, PythonFile tree, String file, Imports.Place place) {
        this.interpreter = interpreter;
        this.hasPlainExpressions = tree.hasPlainExpressions();
        this.file = file;
        this.imports = new Imports(interpreter, place);
    }

    /// The names that a body of this file gives values to.
    Scope scope(List<Instruction> body) {
        return hasPlainExpressions ? Scope.ofInstructions(body) : Scope.of(body);
    }

    Interpreter interpreter() {
        return interpreter;
    }

    Budget budget() {
        return interpreter.budget();
    }

    String file() {
        return file;
    }

    Expressions expressions() {
        return expressions;
    }

    Instructions instructions() {
        return instructions;
    }

    Targets targets() {
        return targets;
    }

    Calls calls() {
        return calls;
    }

    Comprehensions comprehensions() {
        return comprehensions;
    }

    Classes classes() {
        return classes;
    }

    Patterns patterns() {
        return patterns;
    }

    Imports imports() {
        return imports;
    }
}
