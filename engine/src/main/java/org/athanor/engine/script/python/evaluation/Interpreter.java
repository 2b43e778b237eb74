package org.athanor.engine.script.python.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.athanor.engine.script.python.library.Library;
import org.athanor.engine.script.python.library.ReadableFiles;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// Evaluates one revision: its file, and the modules of the project that it asks for.
public final class Interpreter {
    private static final int MOST_GENERATORS = 1_000;

    private final Surroundings surroundings;
    private final Budget budget;
    private final Library library;
    private final Map<Path, LocalModule> modules = new HashMap<>();
    private final Set<Generator> generators = new LinkedHashSet<>();

    private Interpreter(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.budget = new Budget(surroundings.limits().steps(), surroundings.limits().cells(),
                surroundings.clock());
        this.library = new Library(surroundings.files(), surroundings.random());
    }

    /// The names of a revision's file. What can't be read on its top level spoils the names that it would bind, and no
    /// others: nothing there changes the database.
    public static ModuleScope module(PythonFile file, Surroundings surroundings) {
        var interpreter = new Interpreter(surroundings);
        return interpreter.during(() -> {
            var path = surroundings.file();
            var place = new Imports.Place(Optional.ofNullable(path.getParent()), "");
            var evaluation = new Evaluation(interpreter, file, "", place);
            var frame = interpreter.frame(file, path, name(path));
            interpreter.run(file, evaluation, frame);
            return new ModuleScope(interpreter, frame);
        });
    }

    /// What Alembic calls the module of a file.
    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("\\W", "_");
    }

    Budget budget() {
        return budget;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Library library() {
        return library;
    }

    ReadableFiles files() {
        return surroundings.files();
    }

    private @Nullable Value builtin(String name) {
        return name.equals("open") ? library.open() : FrameFunctions.ALL.get(name);
    }

    /// The module of the project in a file or a folder.
    LocalModule local(String name, Path path) {
        return modules.computeIfAbsent(path, _ -> new LocalModule(this, name, path));
    }

    int localModules() {
        return modules.size();
    }

    void opens(Generator generator) {
        if (generators.size() >= MOST_GENERATORS) {
            throw PythonFault.exhausted("More than %,d generators are open at once".formatted(MOST_GENERATORS));
        }
        generators.add(generator);
    }

    void closes(Generator generator) {
        generators.remove(generator);
    }

    /// The result of an evaluation, which ends within its budget whatever the file says.
    <T> T during(Supplier<T> action) {
        if (budget.isCurrent()) {
            return action.get();
        }
        try {
            return budget.during(action);
        } catch (StackOverflowError _) {
            throw PythonFault.exhausted("The file is nested too deeply to be read");
        } catch (OutOfMemoryError _) {
            throw PythonFault.exhausted("The file's values become too large: there is no room for them");
        } finally {
            for (var generator : List.copyOf(generators)) {
                generator.abandon();
            }
            generators.clear();
        }
    }

    Frame frame(PythonFile file, Path path, String name) {
        var frame = Frame.module(Scope.NONE, this::builtin);
        frame.set("__name__", new Text(name));
        frame.set("__file__", new Text(path.toString()));
        frame.set("__doc__", Documentation.of(file.body()));
        return frame;
    }

    void run(PythonFile file, Evaluation evaluation, Frame frame) {
        for (var instruction : file.body()) {
            try {
                evaluation.instructions().run(instruction, frame);
            } catch (PythonFault fault) {
                if (fault.kind() == PythonFault.Kind.RAISED || fault.kind() == PythonFault.Kind.EXHAUSTED
                        || fault.isEverywhere()) {
                    throw fault;
                }
                spoil(instruction, fault, frame);
            }
        }
    }

    /// What an instruction that isn't read would have bound, or might have changed, isn't known.
    static void spoil(Instruction instruction, PythonFault fault, Frame frame) {
        var where = fault.file().isEmpty() ? "line %d: ".formatted(fault.line()) : "";
        for (var name : Scope.of(instruction).assigned()) {
            frame.set(name, new Unresolved(name, where + fault.reason(), fault.line()));
        }
        for (var name : Mentions.in(instruction)) {
            var value = frame.names().get(name);
            if (value != null && Mentions.isChangeable(value)) {
                frame.set(name, new Unresolved(name, where + fault.reason(), fault.line()));
            }
        }
    }
}
