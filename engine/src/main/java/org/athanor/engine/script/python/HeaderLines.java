package org.athanor.engine.script.python;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.athanor.engine.script.python.syntax.TopLevel;

/// The lines of a module by the names that they bind: assignments, additions to containers, and imports; and those that
/// do something else with one of the names that Alembic looks for.
final class HeaderLines {
    static final Pattern ADDED = Pattern
            .compile("([A-Za-z_]\\w*)(?:\\.(append|extend|add|update)\\(|\\s*(\\+)=)");
    private static final Set<String> NAMES = Set.of("revision", "down_revision", "branch_labels", "depends_on");
    private static final String EITHER = "\\b(" + String.join("|", NAMES) + ")\\b";
    private static final Pattern MENTIONED = Pattern.compile(EITHER);
    private static final Pattern GLOBAL = Pattern.compile("(?m)^[ \\t]+global\\b[^\\n]*?" + EITHER);
    /// What may bind a name that it doesn't mention.
    private static final Pattern UNTOLD = Pattern
            .compile("\\b(?:exec|eval|globals|locals|vars|setattr|__dict__|__getattr__)\\b");
    private static final Pattern FROM = Pattern.compile("from\\s+([.\\w]+)\\s+import\\s+(.+)", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("import\\s+([.\\w]+)(?:\\s+as\\s+(\\w+))?\\s*(?:#.*)?");
    private static final Set<String> KEYWORDS = Set.of("else", "try", "finally", "lambda", "class", "def", "if", "for",
            "while", "with", "except", "elif", "async", "assert", "return", "raise", "pass", "global", "match", "case");

    private final Map<String, TopLevel.Line> assignments = new HashMap<>();
    private final Map<String, List<TopLevel.Line>> additions = new HashMap<>();
    private final Map<String, TopLevel.Line> choices = new HashMap<>();
    private final Map<String, TopLevel.Line> changes = new HashMap<>();
    private final List<String> importLines = new ArrayList<>();
    private boolean importsAll;
    private Optional<TopLevel.Line> untold = Optional.empty();
    private Optional<Map<String, Import>> imports = Optional.empty();
    private final Optional<TopLevel.Line> first;

    /// Where a name comes from: a module, and the name there (none for the module itself).
    record Import(String module, Optional<String> name) {}

    HeaderLines(String source) {
        var lines = TopLevel.of(source);
        this.first = lines.stream().findFirst();
        lines.forEach(this::index);
        if (source.contains("global ")) {
            GLOBAL.matcher(source).results().forEach(name -> changes.put(name.group(1), lineAt(source, name.start(1))));
        }
    }

    private static TopLevel.Line lineAt(String source, int position) {
        return new TopLevel.Line("", 1 + (int) source.substring(0, position).chars().filter(c -> c == '\n').count(),
                true);
    }

    private void index(TopLevel.Line line) {
        var text = line.text();
        if (text.startsWith("from ") || text.startsWith("import ")) {
            importLines.add(text.strip());
            importsAll |= text.indexOf('*') >= 0;
            markMentioned(line, assignments::containsKey);
            return;
        }
        var start = NameStart.of(text);
        if (start.isAssigned() && !KEYWORDS.contains(start.name())) {
            indexAssignment(start.name(), line);
        } else if (!start.isPerhapsAddedTo() || !indexAddition(line)) {
            indexOther(start, line);
        }
    }

    private void indexAssignment(String name, TopLevel.Line line) {
        if (!line.conditional()) {
            additions.remove(name);
            choices.remove(name);
            changes.remove(name);
            assignments.put(name, line);
        } else {
            assignments.putIfAbsent(name, line);
            choices.put(name, line);
        }
        var text = line.text();
        boolean assignsOnce = text.indexOf('=') == text.lastIndexOf('=') && text.indexOf(';') < 0;
        if (!NAMES.contains(name)) {
            markMentioned(line, mentioned -> !assignsOnce || !mentioned.equals("revision"));
            markUntold(line);
        } else if (!assignsOnce) {
            changes.put(name, line);
            markMentioned(line, _ -> true);
        }
    }

    private boolean indexAddition(TopLevel.Line line) {
        var added = ADDED.matcher(line.text());
        boolean isAddition = added.lookingAt();
        if (isAddition) {
            additions.computeIfAbsent(added.group(1), _ -> new ArrayList<>()).add(line);
            markMentioned(line, mentioned -> !mentioned.equals(added.group(1)));
        }
        return isAddition;
    }

    /// Whatever else a line does: `a, b = …`, `del a`, `a[0] = …`, `a.remove(…)`, `if x: a = …`, `f(a)`.
    private void indexOther(NameStart start, TopLevel.Line line) {
        var text = line.text();
        char first = text.charAt(0);
        boolean isText = "\"'@#".indexOf(first) >= 0 || start.end() < text.length() && start.end() < 3
                && start.end() > 0 && "\"'".indexOf(text.charAt(start.end())) >= 0;
        if (isText) {
            return;
        }
        if (text.startsWith("def ") || text.startsWith("class ") || text.startsWith("async ")) {
            var defined = NameStart.of(text.substring(text.indexOf(' ') + 1).strip()).name();
            if (NAMES.contains(defined)) {
                changes.put(defined, line);
            }
            untold = defined.equals("__getattr__") ? Optional.of(line) : untold;
            return;
        }
        markMentioned(line, _ -> true);
        markUntold(line);
    }

    private void markMentioned(TopLevel.Line line, Predicate<String> which) {
        MENTIONED.matcher(line.text()).results().map(MatchResult::group).filter(which)
                .forEach(name -> changes.put(name, line));
    }

    private void markUntold(TopLevel.Line line) {
        if (UNTOLD.matcher(line.text()).find()) {
            untold = Optional.of(line);
        }
    }

    /// A line that may bind any name.
    Optional<TopLevel.Line> untold() {
        return untold;
    }

    /// Whether a name may come from a module of which all is imported.
    boolean importsAll() {
        return importsAll;
    }

    /// The first statement of the module.
    Optional<TopLevel.Line> first() {
        return first;
    }

    Optional<TopLevel.Line> assignment(String name) {
        return Optional.ofNullable(assignments.get(name));
    }

    List<TopLevel.Line> additions(String name) {
        return additions.getOrDefault(name, List.of());
    }

    Optional<Import> importOf(String name) {
        return Optional.ofNullable(imports().get(name));
    }

    /// The last assignment to a name under a condition.
    Optional<TopLevel.Line> choice(String name) {
        return Optional.ofNullable(choices.get(name));
    }

    /// A line that does something with the name which is neither a plain assignment nor a plain addition.
    Optional<TopLevel.Line> change(String name) {
        return Optional.ofNullable(changes.get(name));
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
}
