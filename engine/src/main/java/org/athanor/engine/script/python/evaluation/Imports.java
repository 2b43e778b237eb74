package org.athanor.engine.script.python.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Listed;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;

/// `import`: the vocabulary's modules, Python's own, and those of the project. Any other is a name that isn't resolved;
/// that is a fault only where it is used.
final class Imports {
    private final Interpreter interpreter;
    private final Place place;

    /// Where a file is: relative imports start from its folder.
    record Place(Optional<Path> folder, String name) {}

    Imports(Interpreter interpreter, Place place) {
        this.interpreter = interpreter;
        this.place = place;
    }

    void run(Instruction.Import i, Frame frame) {
        for (var alias : i.names()) {
            var name = alias.name();
            int dot = name.indexOf('.');
            if (alias.as().isPresent() || dot < 0) {
                frame.set(alias.as().orElse(name), module(name, i.line()));
            } else {
                frame.set(name.substring(0, dot), top(name, dot, i.line()));
            }
        }
    }

    /// `import a.b` binds `a`, through which `b` is found.
    private Value top(String name, int dot, int line) {
        var top = module(name.substring(0, dot), line);
        if (!(top instanceof Unresolved)) {
            return top;
        }
        var whole = known(name);
        if (whole.isEmpty()) {
            return top;
        }
        var value = whole.get();
        var parts = name.split("\\.", -1);
        for (int i = parts.length - 1; i > 0; i--) {
            var inner = value;
            value = new Module(parts[i - 1], Map.of(parts[i], () -> inner));
        }
        return value;
    }

    void run(Instruction.ImportFrom i, Frame frame) {
        if (i.level() == 0 && i.module().equals("__future__")) {
            return;
        }
        for (var alias : i.names()) {
            if (alias.name().equals("*")) {
                all(i, frame);
                continue;
            }
            var name = alias.name();
            frame.set(alias.as().orElse(name), new Pending(() -> member(i, name)));
        }
    }

    private void all(Instruction.ImportFrom i, Frame frame) {
        switch (from(i)) {
            case Module module -> {
                for (var name : module.names()) {
                    module.member(name).filter(_ -> !name.startsWith("_")).ifPresent(v -> frame.set(name, v));
                }
            }
            case LocalModule module -> {
                module.names().forEach(frame::set);
                if (!module.reason().isEmpty()) {
                    frame.mayHave(new Unresolved(i.module(), "%s isn't read here: %s".formatted(i.module(),
                            module.reason()), i.line()));
                }
            }
            case Listed module -> {
                module.publicNames().forEach(name -> frame.set(name, new Pending(() -> member(i, name))));
                frame.mayHave(Unresolved.module(i.module(), i.line()));
            }
            case Unresolved unresolved -> frame.mayHave(unresolved);
            default -> frame.mayHave(Unresolved.module(i.module(), i.line()));
        }
    }

    private Value member(Instruction.ImportFrom i, String name) {
        var module = from(i);
        if (module instanceof Unresolved unresolved) {
            return unresolved.attribute(name);
        }
        try {
            var value = module.attribute(name);
            if (!(value instanceof Unresolved)) {
                return value;
            }
            return known(i, name).orElse(value);
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.EXHAUSTED) {
                throw fault;
            }
            return known(i, name).orElseGet(() -> new Unresolved(i.module() + "." + name,
                    "%s (imported in line %d)".formatted(fault.reason(), i.line()), i.line()));
        }
    }

    /// The first module of an import that isn't found.
    Optional<String> missing(Instruction.Import i) {
        return i.names().stream().map(Instruction.Alias::name).filter(name -> known(name).isEmpty()).findFirst();
    }

    /// The module of an import, or the first of its names, that isn't found. What a module of the project holds isn't
    /// looked at: it is the project's to have it.
    Optional<String> missing(Instruction.ImportFrom i) {
        if (i.level() == 0 && i.module().equals("__future__")) {
            return Optional.empty();
        }
        return switch (from(i)) {
            case Unresolved _ -> Optional.of(i.module());
            case LocalModule _ -> Optional.empty();
            default -> i.names().stream().map(Instruction.Alias::name).filter(name -> !name.equals("*"))
                    .filter(name -> member(i, name) instanceof Unresolved).findFirst()
                    .map(name -> i.module() + "." + name);
        };
    }

    private Optional<Value> known(Instruction.ImportFrom i, String name) {
        return i.level() == 0 ? known(i.module() + "." + name) : Optional.empty();
    }

    private Value from(Instruction.ImportFrom i) {
        if (i.level() == 0) {
            return module(i.module(), i.line());
        }
        var shown = ".".repeat(i.level()) + i.module();
        var folder = place.folder();
        for (int level = 1; level < i.level(); level++) {
            folder = folder.map(Path::getParent);
        }
        return folder.flatMap(at -> i.module().isEmpty()
                ? Optional.<Value>of(interpreter.local(shown, at))
                : below(at, i.module())).orElseGet(() -> Unresolved.module(shown, i.line()));
    }

    /// The module of this name.
    Value module(String name, int line) {
        return known(name).orElseGet(() -> Unresolved.module(name, line));
    }

    private Optional<Value> known(String name) {
        return interpreter.surroundings().modules().module(name).or(() -> interpreter.library().module(name))
                .or(() -> project(name));
    }

    private Optional<Value> project(String name) {
        var folders = new ArrayList<Path>();
        place.folder().ifPresent(folders::add);
        folders.addAll(interpreter.surroundings().importFolders());
        folders.add(interpreter.files().root());
        for (var folder : folders) {
            var found = below(folder, name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Value> below(Path folder, String name) {
        var at = folder;
        var parts = List.of(name.split("\\.", -1));
        for (int i = 0; i < parts.size(); i++) {
            var found = found(interpreter, at, parts.get(i));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get();
        }
        return Optional.of(interpreter.local(name, at));
    }

    /// The file or folder of a module in a folder.
    static Optional<Path> found(Interpreter interpreter, Path folder, String name) {
        if (name.isEmpty() || !Character.isJavaIdentifierStart(name.charAt(0))) {
            return Optional.empty();
        }
        var file = folder.resolve(name + ".py");
        if (interpreter.files().isFile(file)) {
            return Optional.of(file);
        }
        var inner = folder.resolve(name);
        return interpreter.files().isFolder(inner) ? Optional.of(inner) : Optional.empty();
    }
}
