package org.athanor.engine.script.python;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionFile.Format;
import org.athanor.engine.revision.RevisionId;

/// What an Alembic revision file says about itself: the four names that Alembic looks for, and its docstring.
public final class PythonHeader {
    private static final Pattern LEGACY_NAME = Pattern.compile("([a-f0-9]+)\\.py");
    private static final Pattern CREATED = Pattern.compile("(?m)^\\s*Create Date:\\s*(.+?)\\s*$");
    private static final Pattern FORBIDDEN = Pattern.compile("[@+:-]");
    private static final String MEND = "Mend the line; Python would stop there, too.";

    private final Path file;
    private final HeaderNames names;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Consumer<Problem> problems;
    private boolean sound = true;

    private PythonHeader(Path file, HeaderNames names, Consumer<Problem> problems) {
        this.file = file;
        this.names = names;
        this.problems = problems;
    }

    /// A revision, and what it also depends on if that is in the folder: dependencies that the file adds under a condition
    /// which only Python could decide. It is self-contained if no other file had a say in it.
    public record Described(Revision revision, List<String> dependsOnIfPresent, boolean selfContained) {}

    /// What the file describes; nothing if that can't be told, and then the problems say why.
    public static Optional<Described> read(Path file, String source, Consumer<Problem> problems) {
        return new PythonHeader(file, new HeaderNames(file, source), problems).revision();
    }

    private Optional<Described> revision() {
        var untold = names.untold();
        if (untold.isPresent()) {
            fault(untold.get(), "The header can't be told: this line may set any name",
                    "Athanor reads constants and does not run Python: write the values themselves.");
            return Optional.empty();
        }
        var id = id();
        var down = sound ? down() : List.<RevisionId>of();
        var labels = value("branch_labels").map(HeaderValue::texts).orElse(List.of());
        var dependsOn = value("depends_on").orElseGet(HeaderValue.Nothing::new);
        if (!sound || id.isEmpty()) {
            return Optional.empty();
        }
        var document = names.docstring().orElse("").strip();
        var revision = new Revision(id.get(), down, named(dependsOn.texts()), named(labels), document,
                created(document), new RevisionFile(file, Format.PYTHON, lines));
        var perhaps = dependsOn instanceof HeaderValue.Several several ? several.perhaps() : List.<String>of();
        return Optional.of(new Described(revision, named(perhaps), names.areSelfContained()));
    }

    private Optional<RevisionId> id() {
        var value = value("revision");
        if (!sound) {
            return Optional.empty();
        }
        return switch (value.or(this::legacyId).orElseGet(HeaderValue.Nothing::new)) {
            case HeaderValue.Nothing _ -> {
                missing("revision", "Add `revision = \"<id>\"`, or move the file out of the folder of revisions.");
                yield Optional.empty();
            }
            case HeaderValue.One(var text) -> checked(text);
            case HeaderValue.Several _ -> {
                fault(line("revision"), "The revision's id is a list, and one text is wanted",
                        "Write `revision = \"<id>\"`.");
                yield Optional.empty();
            }
        };
    }

    private Optional<RevisionId> checked(String id) {
        if (id.isEmpty()) {
            fault(line("revision"), "The revision's id is an empty text", "Write `revision = \"<id>\"`.");
            return Optional.empty();
        }
        var meant = FORBIDDEN.matcher(id).find()
                ? "@ + - and : have a meaning of their own"
                : RevisionId.WORDS.contains(id) ? "the word has a meaning of its own" : "";
        if (!meant.isEmpty()) {
            sound = false;
            problems.accept(Problem.at(file, line("revision"), ProblemKind.BAD_ID,
                    "'%s' can't be a revision id: %s".formatted(id, meant), "Use letters, digits and underscores."));
        }
        return Optional.of(new RevisionId(id));
    }

    private List<RevisionId> down() {
        var value = value("down_revision");
        if (value.isEmpty() && sound) {
            missing("down_revision", "Add `down_revision = \"<id>\"`, or None for a first revision.");
        }
        var ids = value.map(HeaderValue::texts).orElse(List.of());
        if (ids.contains("")) {
            fault(line("down_revision"), "down_revision is an empty text, which is no revision",
                    "Name the parent, or write None for a first revision.");
            return List.of();
        }
        return ids.stream().map(RevisionId::new).toList();
    }

    /// An empty text names nothing that could be needed, and no branch.
    private static List<String> named(List<String> names) {
        return names.contains("") ? names.stream().filter(name -> !name.isEmpty()).toList() : names;
    }

    private static Optional<String> created(String document) {
        int words = document.indexOf("Create Date:");
        if (words < 0) {
            return Optional.empty();
        }
        var found = CREATED.matcher(document);
        return found.find(document.lastIndexOf('\n', words) + 1) ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// Before version 0.2 Alembic took the id from the file's name.
    private Optional<HeaderValue> legacyId() {
        var name = LEGACY_NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? Optional.of(new HeaderValue.One(name.group(1))) : Optional.empty();
    }

    private int line(String name) {
        return lines.getOrDefault(name, 0);
    }

    /// What a name stands for; nothing if it isn't there, or if that can't be told, which is a problem.
    private Optional<HeaderValue> value(String name) {
        try {
            lines.put(name, names.line(name));
            return names.value(name);
        } catch (Unknown e) {
            var what = (e.isSlip() ? "%s can't be read: %s" : "%s is not a plain value: %s").formatted(name,
                    e.reason());
            if (e.isSlip()) {
                fault(e.line(), what, MEND);
            } else if (name.equals("revision") || name.equals("down_revision")) {
                fault(e.line(), what, "Athanor reads constants and does not run Python: write the value itself.");
            } else {
                problems.accept(Problem.at(file, e.line(), ProblemKind.BAD_HEADER, what,
                        "The revision is read without it. Write the value itself, or keep the file it comes from at hand."));
            }
            return Optional.empty();
        }
    }

    /// A name that isn't there; where the file isn't Python, that may be why.
    private void missing(String name, String hint) {
        names.slip().ifPresentOrElse(
                slip -> fault(slip.line(), "%s can't be read: %s".formatted(name, slip.reason()), MEND),
                () -> fault(line(name), "The file declares no " + name, hint));
    }

    private void fault(int line, String message, String hint) {
        sound = false;
        problems.accept(Problem.at(file, line, ProblemKind.BAD_HEADER, message, hint));
    }
}
