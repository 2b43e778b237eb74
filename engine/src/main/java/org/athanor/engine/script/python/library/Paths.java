package org.athanor.engine.script.python.library;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;

/// `os`, `os.path`, `pathlib` and `open`: paths are texts, and files of the project can be read.
final class Paths {
    private final ReadableFiles files;

    Paths(ReadableFiles files) {
        this.files = files;
    }

    /// Where a path of the file leads.
    Path path(String written) {
        try {
            return files.root().resolve(written).normalize();
        } catch (InvalidPathException _) {
            throw PythonFault.raised("ValueError", "embedded null byte");
        }
    }

    ReadableFiles files() {
        return files;
    }

    Value open() {
        return NativeFunction.of("open",
                "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None", this::opened);
    }

    Value opened(Signature.Bound given) {
        return opened(text(given.get("file")), given.given("mode").map(v -> Text.of(v, "mode")).orElse("r"));
    }

    Value opened(String file, String mode) {
        if (mode.chars().anyMatch(c -> "wax+".indexOf(c) >= 0)) {
            throw PythonFault.unreadable("A revision that writes files isn't read here");
        }
        boolean binary = mode.indexOf('b') >= 0;
        return new Streams.Stream(binary ? files.bytes(path(file)).value() : files.text(path(file)), "file", binary);
    }

    static String text(Value value) {
        if (value instanceof PathValue path) {
            return path.shown();
        }
        return Text.of(value, "expected str, bytes or os.PathLike object; a path");
    }

    Module os() {
        var environment = new Unresolved("os.environ",
                "os.environ isn't read here: a revision's environment isn't known", 0);
        return new Members().value("environ", environment)
                .tolerant("getenv", "key, default=None", _ -> {
                    throw environment.used();
                })
                .value("sep", new Text("/")).value("linesep", new Text("\n")).value("name", new Text("posix"))
                .value("pathsep", new Text(":")).value("curdir", new Text("."))
                .lazily("path", this::osPath)
                .function("getcwd", "", _ -> new Text(files.root().toString()))
                .function("fspath", "path", given -> new Text(text(given.get("path"))))
                .module("os");
    }

    Module osPath() {
        return new Members()
                .function("join", "a, *p", given -> new Text(joined(given)))
                .function("dirname", "p", given -> new Text(split(text(given.get("p")))[0]))
                .function("basename", "p", given -> new Text(split(text(given.get("p")))[1]))
                .function("split", "p", given -> {
                    var parts = split(text(given.get("p")));
                    return Tuple.of(new Text(parts[0]), new Text(parts[1]));
                })
                .function("splitext", "p", given -> {
                    var text = text(given.get("p"));
                    int dot = dot(text);
                    return Tuple.of(new Text(text.substring(0, dot)), new Text(text.substring(dot)));
                })
                .function("abspath", "path", given -> new Text(path(text(given.get("path"))).toString()))
                .function("realpath", "path, *, strict=False",
                        given -> new Text(path(text(given.get("path"))).toString()))
                .function("normpath", "path", given -> new Text(normalized(text(given.get("path")))))
                .function("isabs", "s", given -> Truth.of(text(given.get("s")).startsWith("/")))
                .function("exists", "path", given -> Truth.of(files.exists(path(text(given.get("path"))))))
                .function("isfile", "path", given -> Truth.of(files.isFile(checked(given))))
                .function("isdir", "path", given -> Truth.of(files.isFolder(checked(given))))
                .value("sep", new Text("/"))
                .tolerant("expanduser", "path", _ -> {
                    throw PythonFault.unreadable("os.path.expanduser isn't read here");
                })
                .module("os.path");
    }

    private Path checked(Signature.Bound given) {
        var path = path(text(given.get("path")));
        files.exists(path);
        return path;
    }

    private static String normalized(String text) {
        var path = Path.of(text).normalize().toString();
        return path.isEmpty() ? "." : path;
    }

    private static String joined(Signature.Bound given) {
        var out = new StringBuilder(text(given.get("a")));
        for (var part : given.rest()) {
            var text = text(part);
            if (text.startsWith("/")) {
                out.setLength(0);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '/') {
                out.append('/');
            }
            out.append(text);
        }
        return out.toString();
    }

    private static String[] split(String path) {
        int slash = path.lastIndexOf('/') + 1;
        var head = path.substring(0, slash);
        var bare = head.replaceAll("/+$", "");
        return new String[]{bare.isEmpty() ? head : bare, path.substring(slash)};
    }

    static int dot(String path) {
        int slash = path.lastIndexOf('/') + 1;
        int first = slash;
        while (first < path.length() && path.charAt(first) == '.') {
            first++;
        }
        int dot = path.lastIndexOf('.');
        return dot > first - 1 && dot >= first ? dot : path.length();
    }

    Module pathlib() {
        var type = BuiltinClasses.library("PosixPath", BuiltinClasses.OBJECT, "*segments", given -> {
            var path = new PathValue(this, Path.of(""));
            for (var segment : given.rest()) {
                path = path.joined(segment);
            }
            return path;
        }, Map.of("cwd", new Descriptor.StaticMethod(
                NativeFunction.of("cwd", "",
                        _ -> new PathValue(this, files.root())))));
        return new Members().value("Path", type).value("PurePath", type).value("PosixPath", type)
                .value("PurePosixPath", type).module("pathlib");
    }
}
