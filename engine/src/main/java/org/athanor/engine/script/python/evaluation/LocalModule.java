package org.athanor.engine.script.python.evaluation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// A module of the project, or a package (a folder of them). It is looked into when somebody asks for a name.
final class LocalModule implements Value {
    private final Interpreter interpreter;
    private final String name;
    private final Path path;
    private @Nullable Frame frame;
    private String reason = "";

    LocalModule(Interpreter interpreter, String name, Path path) {
        this.interpreter = interpreter;
        this.name = name;
        this.path = path;
    }

    private boolean isPackage() {
        return !path.toString().endsWith(".py");
    }

    private Path source() {
        return isPackage() ? path.resolve("__init__.py") : path;
    }

    @Override
    public String typeName() {
        return "module";
    }

    @Override
    public Value attribute(String member) {
        var own = own(member);
        if (own != null) {
            return own;
        }
        var inside = submodule(member);
        if (inside.isPresent()) {
            return inside.get();
        }
        return new Unresolved(name + "." + member,
                reason.isEmpty()
                        ? "%s.%s isn't known here".formatted(name, member)
                        : "%s isn't read here: %s".formatted(name, reason),
                0);
    }

    /// A module inside of a package.
    Optional<Value> submodule(String member) {
        return isPackage()
                ? Imports.found(interpreter, path, member).map(at -> interpreter.local(name + "." + member, at))
                : Optional.empty();
    }

    private @Nullable Value own(String member) {
        if (frame == null && reason.isEmpty()) {
            look();
        }
        return frame == null ? null : frame.own(member);
    }

    /// The names that `from … import *` brings.
    Map<String, Value> names() {
        var names = new LinkedHashMap<String, Value>();
        var all = own("__all__");
        if (all != null && !(all instanceof Unresolved)) {
            all.iterator().forEachRemaining(n -> names.put(n.shown(), attribute(n.shown())));
        } else if (frame != null) {
            for (var one : List.copyOf(frame.names().keySet())) {
                var value = one.startsWith("_") ? null : frame.own(one);
                if (value != null) {
                    names.put(one, value);
                }
            }
        }
        return names;
    }

    /// Why the module isn't read; empty where it is.
    String reason() {
        if (frame == null && reason.isEmpty()) {
            look();
        }
        return reason;
    }

    private void look() {
        if (interpreter.localModules() > interpreter.surroundings().limits().modules()) {
            reason = "it needs more modules of the project than a revision may";
            return;
        }
        var text = interpreter.files().find(source());
        if (text.isEmpty()) {
            reason = isPackage() ? "" : "the file can't be read";
            frame = isPackage() ? interpreter.frame(PythonFile.EMPTY, path, name) : null;
            return;
        }
        var tree = interpreter.surroundings().parser().parse(source(), text.get());
        if (tree.isEmpty()) {
            reason = "its syntax isn't understood";
            return;
        }
        evaluate(tree.get());
    }

    private void evaluate(PythonFile tree) {
        var names = interpreter.frame(tree, source(), name);
        frame = names;
        var folder = Optional.ofNullable(source().getParent());
        var file = String.valueOf(source().getFileName());
        try {
            interpreter.run(tree, new Evaluation(interpreter, tree, file, new Imports.Place(folder, name)), names);
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.EXHAUSTED) {
                throw fault;
            }
            reason = "%s (%s, line %d)".formatted(fault.reason(), file, fault.line());
        }
    }

    @Override
    public String written() {
        return "<module '%s'>".formatted(name);
    }
}
