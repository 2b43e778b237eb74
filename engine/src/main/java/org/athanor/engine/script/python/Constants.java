package org.athanor.engine.script.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.athanor.engine.script.python.HeaderValue.One;
import org.athanor.engine.script.python.HeaderValue.Several;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSource;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.syntax.TopLevel;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Operator;

/// The constants of a Python module, by name; each is looked at when somebody asks for it. A name that is imported is
/// looked up in the file it comes from, if that file is at hand.
final class Constants {
    private static final int DEEPEST_IMPORT = 5;
    private static final Set<String> CONTAINERS = Set.of("tuple", "set", "list", "frozenset");

    private final Path file;
    private final int depth;
    private final HeaderLines lines;
    private boolean askedElsewhere;

    private Constants(Path file, String source, int depth) {
        this.file = file;
        this.depth = depth;
        this.lines = new HeaderLines(source);
    }

    static Constants of(Path file, String source) {
        return new Constants(file, source, 0);
    }

    HeaderLines lines() {
        return lines;
    }

    /// The module's docstring.
    Optional<String> docstring() {
        var first = lines.first();
        var plain = first.flatMap(PlainValue::text);
        if (plain.isPresent()) {
            return plain;
        }
        try {
            return first.isPresent()
                    && PythonParser.instruction(first.get()) instanceof Instruction.Evaluate(Expression.Text text, _)
                            ? Optional.of(text.value())
                            : Optional.empty();
        } catch (PythonSyntaxException _) {
            return Optional.empty();
        }
    }

    boolean binds(String name) {
        return lines.assignment(name).isPresent() || lines.importOf(name).isPresent();
    }

    int line(String name) {
        return lines.assignment(name).or(() -> lines.change(name)).map(TopLevel.Line::line).orElse(0);
    }

    /// What a name stands for; nothing if the module doesn't bind it.
    Optional<HeaderValue> value(String name) throws Unknown {
        return binds(name) ? Optional.of(named(name, line(name), new HashSet<>())) : Optional.empty();
    }

    private HeaderValue value(Expression expression, int line, Set<String> asked) throws Unknown {
        return switch (expression) {
            case Expression.None _ -> new HeaderValue.Nothing();
            case Expression.Text(var text, _) -> new One(text);
            case Expression.Tuple(var elements, _) -> container(elements, line, asked);
            case Expression.Sequence(var elements, _) -> container(elements, line, asked);
            case Expression.SetOf(var elements, _) -> container(elements, line, asked);
            case Expression.Binary(var left, var operator, var right, _) when operator == Operator.ADD ->
                sum(value(left, line, asked), value(right, line, asked), line);
            case Expression.Name(var name, _) -> named(name, line, asked);
            case Expression.Attribute(var of, var name, _) -> attribute(of, name, line);
            case Expression.Call call -> converted(call, line, asked);
            case Expression.Whole(var number, _) -> throw new Unknown(line, "%s is no text".formatted(number));
            default -> throw new Unknown(line, "it is computed");
        };
    }

    private Several container(List<Expression> elements, int line, Set<String> asked) throws Unknown {
        var texts = new ArrayList<String>();
        for (var element : elements) {
            switch (value(element, line, asked)) {
                case HeaderValue.Nothing _ -> {
                }
                case One(var text) -> texts.add(text);
                case Several _ -> throw new Unknown(line, "it holds more than texts");
            }
        }
        return new Several(texts);
    }

    private static HeaderValue sum(HeaderValue one, HeaderValue other, int line) throws Unknown {
        return one.plus(other).orElseThrow(() -> new Unknown(line, "what it adds doesn't go together"));
    }

    /// `tuple([…])`, `set(…)`, `list(…)`, `frozenset(…)` and `str(…)` of constants are constants.
    private HeaderValue converted(Expression.Call call, int line, Set<String> asked) throws Unknown {
        if (call.function() instanceof Expression.Name(var name, _) && call.keywords().isEmpty()) {
            if (CONTAINERS.contains(name) && call.arguments().isEmpty()) {
                return new Several(List.of());
            }
            if (call.arguments().size() == 1) {
                var value = value(call.arguments().getFirst(), line, asked);
                if (CONTAINERS.contains(name) && value instanceof Several
                        || name.equals("str") && value instanceof One) {
                    return value;
                }
            }
        }
        throw new Unknown(line, "it is the result of a call");
    }

    private HeaderValue named(String name, int line, Set<String> asked) throws Unknown {
        var assignment = lines.assignment(name);
        if (assignment.isEmpty()) {
            var imported = lines.importOf(name)
                    .orElseThrow(() -> new Unknown(line, "'%s' is not known".formatted(name)));
            return imported(imported.module(), imported.name()
                    .orElseThrow(() -> new Unknown(line, "'%s' is a module".formatted(name))), line);
        }
        if (!asked.add(name)) {
            throw new Unknown(assignment.get().line(), "'%s' is defined by itself".formatted(name));
        }
        try {
            var value = assigned(assignment.get(), asked);
            for (var addition : lines.additions(name)) {
                value = added(value, addition, asked);
            }
            return value;
        } catch (PythonSyntaxException e) {
            throw Unknown.slip(e.line(), e.reason());
        } finally {
            asked.remove(name);
        }
    }

    /// What a line assigns.
    private HeaderValue assigned(TopLevel.Line line, Set<String> asked) throws Unknown, PythonSyntaxException {
        return value(expression(line).orElseThrow(() -> new Unknown(line.line(), "it has no value")), line.line(),
                asked);
    }

    private static Optional<Expression> expression(TopLevel.Line line) throws PythonSyntaxException {
        var plain = PlainValue.assigned(line);
        if (plain.isPresent()) {
            return plain;
        }
        return switch (PythonParser.instruction(line)) {
            case Instruction.Assign(_, var value, _) -> Optional.of(value);
            case Instruction.Annotate(_, _, var value, _) -> value;
            default -> Optional.empty();
        };
    }

    /// A value after `name.append(…)`, `name.extend(…)` or `name += …`.
    private HeaderValue added(HeaderValue before, TopLevel.Line addition, Set<String> asked)
            throws Unknown, PythonSyntaxException {
        var added = HeaderLines.ADDED.matcher(addition.text());
        if (!added.lookingAt()) {
            return before;
        }
        int line = addition.line();
        var method = added.group(2);
        var more = method == null
                ? assigned(new TopLevel.Line("x =" + addition.text().substring(added.end()), line, false), asked)
                : argument(method, addition, asked);
        if (before instanceof Several container && more instanceof Several others) {
            return container.with(others, addition.conditional());
        }
        if (method != null || addition.conditional()) {
            throw new Unknown(line, "what is added doesn't go together with it");
        }
        return sum(before, more, line);
    }

    private Several argument(String method, TopLevel.Line line, Set<String> asked)
            throws Unknown, PythonSyntaxException {
        var arguments = PythonParser.callOf(method, line.text()).map(Expression.Call::arguments).orElse(List.of());
        boolean takesOne = method.equals("append") || method.equals("add");
        if (takesOne && arguments.size() == 1) {
            return container(arguments, line.line(), asked);
        }
        if (arguments.size() == 1 && value(arguments.getFirst(), line.line(), asked) instanceof Several several) {
            return several;
        }
        throw new Unknown(line.line(), "what is added to it isn't plain");
    }

    /// `module.NAME`, where the module was imported.
    private HeaderValue attribute(Expression of, String name, int line) throws Unknown {
        var path = dotted(of).orElseThrow(() -> new Unknown(line, "'.%s' is not known".formatted(name)));
        var imported = lines.importOf(path)
                .orElseThrow(() -> new Unknown(line, "'%s' is not known".formatted(path)));
        var module = imported.name().map(n -> imported.module() + (imported.module().endsWith(".") ? "" : ".") + n)
                .orElse(imported.module());
        return imported(module, name, line);
    }

    private static Optional<String> dotted(Expression expression) {
        return switch (expression) {
            case Expression.Name(var name, _) -> Optional.of(name);
            case Expression.Attribute(var of, var name, _) -> dotted(of).map(before -> before + "." + name);
            default -> Optional.empty();
        };
    }

    /// Whether anything that was told so far came from another file, or would have if that were there.
    boolean askedElsewhere() {
        return askedElsewhere;
    }

    private HeaderValue imported(String module, String name, int line) throws Unknown {
        askedElsewhere = true;
        var source = depth < DEEPEST_IMPORT ? source(module) : Optional.<Path>empty();
        if (source.isEmpty()) {
            throw new Unknown(line, "'%s' comes from %s, which is not at hand".formatted(name, module));
        }
        try {
            var there = new Constants(source.get(), PythonSource.read(source.get()), depth + 1);
            return there.value(name).orElseThrow(
                    () -> new Unknown(line, "'%s' is not a constant of %s".formatted(name, source.get())));
        } catch (IOException _) {
            throw new Unknown(line, "'%s' comes from %s, which can't be read".formatted(name, source.get()));
        }
    }

    /// The file of a module: beside this one for a relative name, else below one of the folders above.
    private Optional<Path> source(String module) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        var path = module.substring(dots).replace('.', '/');
        var folders = Stream.iterate(file.toAbsolutePath().normalize().getParent(), f -> f != null, Path::getParent);
        var places = dots > 0 ? folders.skip(dots - 1L).limit(1) : folders;
        return places.flatMap(f -> Stream.of(f.resolve(path + ".py"), f.resolve(path).resolve("__init__.py")))
                .filter(Files::isRegularFile).findFirst();
    }
}
