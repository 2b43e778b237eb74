package org.athanor.engine.script.python.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Methods;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;

/// `pathlib.Path`
record PathValue(Paths paths, Path path) implements Value {
    private static final Methods<PathValue> METHODS = Methods.<PathValue>of("PosixPath")
            .with("joinpath", "*segments", (p, a) -> {
                var joined = p;
                for (var segment : a.rest()) {
                    joined = joined.joined(segment);
                }
                return joined;
            })
            .with("resolve", "strict=False", (p, _) -> p.with(p.whole()))
            .with("absolute", "", (p, _) -> p.with(p.whole()))
            .with("as_posix", "", (p, _) -> new Text(p.shown()))
            .with("exists", "", (p, _) -> Truth.of(p.paths.files().exists(p.whole())))
            .with("is_file", "", (p, _) -> Truth.of(p.paths.files().isFile(p.whole())))
            .with("is_dir", "", (p, _) -> Truth.of(p.paths.files().isFolder(p.whole())))
            .with("is_absolute", "", (p, _) -> Truth.of(p.path.isAbsolute()))
            .with("read_text", "encoding=None, errors=None, newline=None",
                    (p, _) -> new Text(p.paths.files().text(p.whole())))
            .with("read_bytes", "", (p, _) -> p.paths.files().bytes(p.whole()))
            .with("open", "mode='r', buffering=-1, encoding=None, errors=None, newline=None",
                    (p, a) -> p.paths.opened(p.shown(), a.given("mode").map(Value::shown).orElse("r")))
            .with("with_suffix", "suffix", (p, a) -> p.sibling(p.stem() + Text.of(a.get("suffix"), "suffix")))
            .with("with_name", "name", (p, a) -> p.sibling(Text.of(a.get("name"), "name")))
            .with("with_stem", "stem", (p, a) -> p.sibling(Text.of(a.get("stem"), "stem") + p.suffix()));

    private PathValue with(Path other) {
        return new PathValue(paths, other);
    }

    private Path whole() {
        return paths.path(path.toString());
    }

    PathValue joined(Value segment) {
        try {
            return with(path.resolve(Paths.text(segment)));
        } catch (InvalidPathException _) {
            throw PythonFault.raised("ValueError", "embedded null byte");
        }
    }

    private PathValue sibling(String name) {
        return with(path.resolveSibling(name));
    }

    private String name() {
        return path.getFileName() == null ? "" : String.valueOf(path.getFileName());
    }

    private String stem() {
        return name().substring(0, Paths.dot(name()));
    }

    private String suffix() {
        return name().substring(Paths.dot(name()));
    }

    private PathValue parent() {
        var parent = path.getParent();
        return parent == null ? path.isAbsolute() ? this : with(Path.of("")) : with(parent);
    }

    @Override
    public String typeName() {
        return "PosixPath";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "parent" -> parent();
            case "parents" -> parents();
            case "name" -> new Text(name());
            case "stem" -> new Text(stem());
            case "suffix" -> new Text(suffix());
            case "parts" -> parts();
            case "__str__", "__fspath__" -> NativeFunction.of(member, "",
                    _ -> new Text(shown()));
            case "write_text", "write_bytes", "touch", "unlink", "mkdir", "rename", "rmdir", "glob", "rglob",
                    "iterdir" ->
                throw PythonFault.unreadable("Path.%s isn't read here: a revision only reads files that it names"
                        .formatted(member));
            default -> METHODS.of(this, member);
        };
    }

    private Value parents() {
        var all = new ArrayList<Value>();
        for (var at = path.getParent(); at != null; at = at.getParent()) {
            all.add(with(at));
        }
        if (!path.isAbsolute() && !path.toString().isEmpty()) {
            all.add(with(Path.of("")));
        }
        return new Sequence(all);
    }

    private Value parts() {
        var all = new ArrayList<Value>();
        if (path.isAbsolute()) {
            all.add(new Text("/"));
        }
        for (var part : path) {
            if (!part.toString().isEmpty()) {
                all.add(new Text(part.toString()));
            }
        }
        return new Tuple(all);
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return operator == Operator.DIVIDE ? Optional.of(joined(right)) : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.DIVIDE
                ? Optional.of(with(Path.of(Paths.text(left)).resolve(path)))
                : Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof PathValue other
                ? new Text(shown()).compare(comparator, new Text(other.shown()))
                : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathValue value && path.equals(value.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String written() {
        return "PosixPath(%s)".formatted(new Text(shown()).written());
    }

    @Override
    public String shown() {
        return path.toString().isEmpty() ? "." : path.toString();
    }
}
