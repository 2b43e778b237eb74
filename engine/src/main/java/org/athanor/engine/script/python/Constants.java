package org.athanor.engine.script.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.syntax.TopLevel;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Operator;

/// The constants of a Python module, by name; each is looked at when somebody asks for it. A name that is imported is
/// looked up in the file it comes from, if that file is at hand.
final class Constants {
    private static final Pattern ADDED = Pattern
            .compile("([A-Za-z_]\\w*)(?:\\.(append|extend|add|update)\\(|\\s*(\\+)=)");
    private static final Pattern FROM = Pattern.compile("from\\s+([.\\w]+)\\s+import\\s+(.+)", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("import\\s+([.\\w]+)(?:\\s+as\\s+(\\w+))?\\s*(?:#.*)?");
    private static final Set<String> KEYWORDS = Set.of("else", "try", "finally", "lambda", "class", "def", "if", "for",
            "while", "with", "except");
    private static final int DEEPEST_IMPORT = 5;

    private final Path file;
    private final int depth;
    private final Map<String, TopLevel.Line> assignments = new HashMap<>();
    private final Map<String, List<TopLevel.Line>> additions = new HashMap<>();
    private final List<String> importLines = new ArrayList<>();
    private Optional<Map<String, Import>> imports = Optional.empty();
    private final Optional<TopLevel.Line> first;
    private boolean askedElsewhere;

    /// Where a name comes from: a module, and the name there (none for the module itself).
    private record Import(String module, Optional<String> name) {}

    /// A value that can't be told, and why.
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String reason;

        Unknown(int line, String reason) {
            super(reason);
            this.line = line;
            this.reason = reason;
        }

        int line() {
            return line;
        }

        String reason() {
            return reason;
        }
    }

    private Constants(Path file, String source, int depth) {
        this.file = file;
        this.depth = depth;
        var lines = TopLevel.of(source);
        this.first = lines.stream().findFirst();
        lines.forEach(this::index);
    }

    static Constants of(Path file, String source) {
        return new Constants(file, source, 0);
    }

    private void index(TopLevel.Line line) {
        var text = line.text();
        if (text.startsWith("from ") || text.startsWith("import ")) {
            importLines.add(text.strip());
            return;
        }
        var start = NameStart.of(text);
        if (start.isAssigned() && !KEYWORDS.contains(start.name())) {
            if (!line.conditional() || !assignments.containsKey(start.name())) {
                assignments.put(start.name(), line);
            }
        } else if (start.isPerhapsAddedTo()) {
            var added = ADDED.matcher(text);
            if (added.lookingAt()) {
                additions.computeIfAbsent(added.group(1), _ -> new ArrayList<>()).add(line);
            }
        }
    }

    /// Most files never ask where a name comes from, so that what is imported is looked at when one does.
    private Map<String, Import> imports() {
        if (imports.isEmpty()) {
            imports = Optional.of(new HashMap<>());
            importLines.forEach(this::indexImport);
        }
        return imports.get();
    }

    private void indexImport(String text) {
        var from = FROM.matcher(text);
        if (from.matches()) {
            for (var part : from.group(2).replaceAll("#[^\n]*|[()\\\\]", " ").split(",", -1)) {
                var names = part.strip().split("\\s+as\\s+", 2);
                imports().put(names[names.length - 1].strip(),
                        new Import(from.group(1), Optional.of(names[0].strip())));
            }
            return;
        }
        var whole = IMPORT.matcher(text);
        if (whole.matches()) {
            var name = Optional.ofNullable(whole.group(2)).orElse(whole.group(1));
            imports().put(name, new Import(whole.group(1), Optional.empty()));
        }
    }

    /// The module's docstring.
    Optional<String> docstring() {
        try {
            return first.isPresent()
                    && PythonParser.instruction(first.get()) instanceof Instruction.Evaluate(Expression.Text text, _)
                            ? Optional.of(text.value())
                            : Optional.empty();
        } catch (PythonSyntaxException _) {
            return Optional.empty();
        }
    }

    boolean assigns(String name) {
        return assignments.containsKey(name) || imports().containsKey(name);
    }

    int line(String name) {
        var line = assignments.get(name);
        return line == null ? 0 : line.line();
    }

    /// The texts that a name stands for: none for None or a name that isn't there, several for a container. What is
    /// added to a container under a condition that isn't known may be there or not.
    record Texts(List<String> sure, List<String> perhaps) {
        Texts() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(Texts other) {
            sure.addAll(other.sure);
            perhaps.addAll(other.perhaps);
        }
    }

    Texts texts(String name) throws Unknown {
        var texts = new Texts();
        if (assigns(name)) {
            collect(new Expression.Name(name, line(name)), line(name), new HashSet<>(), texts);
        }
        return texts;
    }

    private void collect(Expression expression, int line, Set<String> asked, Texts texts) throws Unknown {
        switch (expression) {
            case Expression.None _ -> {
            }
            case Expression.Text(var text, _) -> texts.sure().add(text);
            case Expression.Tuple(var elements, _) -> collectAll(elements, line, asked, texts);
            case Expression.Sequence(var elements, _) -> collectAll(elements, line, asked, texts);
            case Expression.SetOf(var elements, _) -> collectAll(elements, line, asked, texts);
            case Expression.Binary(var left, var operator, var right, _) when operator == Operator.ADD ->
                collectSum(left, right, line, asked, texts);
            case Expression.Name(var name, _) -> collectNamed(name, line, asked, texts);
            case Expression.Attribute(var of, var name, _) -> collectAttribute(of, name, line, texts);
            case Expression.Call call -> collectCall(call, line, asked, texts);
            case Expression.Whole(var number, _) -> throw new Unknown(line, "%s is no text".formatted(number));
            default -> throw new Unknown(line, "it is computed");
        }
    }

    private void collectAll(List<Expression> elements, int line, Set<String> asked, Texts texts) throws Unknown {
        for (var element : elements) {
            collect(element, line, asked, texts);
        }
    }

    /// Texts are joined, containers follow each other.
    private void collectSum(Expression left, Expression right, int line, Set<String> asked, Texts texts)
            throws Unknown {
        var one = new Texts();
        var other = new Texts();
        collect(left, line, asked, one);
        collect(right, line, asked, other);
        boolean containers = isContainer(left) || isContainer(right)
                || one.sure().size() != 1 || other.sure().size() != 1;
        if (containers) {
            texts.add(one);
            texts.add(other);
        } else {
            texts.sure().add(one.sure().getFirst() + other.sure().getFirst());
        }
    }

    private static boolean isContainer(Expression expression) {
        return expression instanceof Expression.Tuple || expression instanceof Expression.Sequence;
    }

    /// `tuple([…])`, `set(…)`, `list(…)`, `frozenset(…)` and `str(…)` of constants are constants.
    private void collectCall(Expression.Call call, int line, Set<String> asked, Texts texts) throws Unknown {
        boolean container = call.function() instanceof Expression.Name(var name, _)
                && Set.of("tuple", "set", "list", "frozenset", "str").contains(name) && call.keywords().isEmpty();
        if (!container) {
            throw new Unknown(line, "it is the result of a call");
        }
        for (var argument : call.arguments()) {
            collect(argument, line, asked, texts);
        }
    }

    private void collectNamed(String name, int line, Set<String> asked, Texts texts) throws Unknown {
        var assignment = assignments.get(name);
        if (assignment == null) {
            var imported = imports().get(name);
            if (imported == null || imported.name().isEmpty()) {
                throw new Unknown(line, "'%s' is not known".formatted(name));
            }
            texts.add(imported(imported.module(), imported.name().get(), line));
            return;
        }
        if (!asked.add(name)) {
            throw new Unknown(assignment.line(), "'%s' is defined by itself".formatted(name));
        }
        try {
            var value = value(assignment).orElseThrow(
                    () -> new Unknown(assignment.line(), "'%s' has no value".formatted(name)));
            collect(value, assignment.line(), asked, texts);
            for (var addition : additions.getOrDefault(name, List.of())) {
                collectAddition(addition, asked, texts);
            }
        } catch (PythonSyntaxException e) {
            throw new Unknown(e.line(), e.reason());
        }
        asked.remove(name);
    }

    /// What a line assigns.
    private static Optional<Expression> value(TopLevel.Line line) throws PythonSyntaxException {
        return switch (PythonParser.instruction(line)) {
            case Instruction.Assign(_, var value, _) -> Optional.of(value);
            case Instruction.Annotate(_, _, var value, _) -> value;
            default -> Optional.empty();
        };
    }

    /// `name.append(…)`, `name.extend(…)` or `name += …`.
    private void collectAddition(TopLevel.Line addition, Set<String> asked, Texts texts)
            throws Unknown, PythonSyntaxException {
        var added = ADDED.matcher(addition.text());
        if (!added.lookingAt()) {
            return;
        }
        var more = new Texts();
        if (added.group(2) == null) {
            var sum = new TopLevel.Line("x =" + addition.text().substring(added.end()), addition.line(), false);
            for (var value : value(sum).stream().toList()) {
                collect(value, addition.line(), asked, more);
            }
        } else {
            for (var call : PythonParser.callOf(added.group(2), addition.text()).stream().toList()) {
                for (var argument : call.arguments()) {
                    collect(argument, addition.line(), asked, more);
                }
            }
        }
        texts.perhaps().addAll(more.perhaps());
        (addition.conditional() ? texts.perhaps() : texts.sure()).addAll(more.sure());
    }

    /// `module.NAME`, where the module was imported.
    private void collectAttribute(Expression of, String name, int line, Texts texts) throws Unknown {
        var path = dotted(of).orElseThrow(() -> new Unknown(line, "'.%s' is not known".formatted(name)));
        var imported = imports().get(path);
        if (imported == null) {
            throw new Unknown(line, "'%s' is not known".formatted(path));
        }
        var module = imported.name().map(n -> imported.module() + (imported.module().endsWith(".") ? "" : ".") + n)
                .orElse(imported.module());
        texts.add(imported(module, name, line));
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

    private Texts imported(String module, String name, int line) throws Unknown {
        askedElsewhere = true;
        var source = depth < DEEPEST_IMPORT ? source(module) : Optional.<Path>empty();
        if (source.isEmpty()) {
            throw new Unknown(line, "'%s' comes from %s, which is not at hand".formatted(name, module));
        }
        try {
            var there = new Constants(source.get(), Files.readString(source.get()), depth + 1);
            if (!there.assigns(name)) {
                throw new Unknown(line, "'%s' is not a constant of %s".formatted(name, source.get()));
            }
            return there.texts(name);
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
