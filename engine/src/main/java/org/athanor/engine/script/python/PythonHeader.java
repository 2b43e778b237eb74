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
import org.athanor.engine.script.python.Constants.Texts;
import org.athanor.engine.script.python.Constants.Unknown;

/// What an Alembic revision file says about itself: the four names that Alembic looks for, and its docstring.
public final class PythonHeader {
    private static final Pattern LEGACY_NAME = Pattern.compile("([a-f0-9]+)\\.py");
    private static final Pattern CREATED = Pattern.compile("(?m)^\\s*Create Date:\\s*(.+?)\\s*$");
    private static final Pattern FORBIDDEN = Pattern.compile("[@+:-]");

    private final Path file;
    private final Constants constants;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Consumer<Problem> problems;
    private boolean sound = true;

    private PythonHeader(Path file, Constants constants, Consumer<Problem> problems) {
        this.file = file;
        this.constants = constants;
        this.problems = problems;
    }

    /// A revision, and what it also depends on if that is in the folder: dependencies that the file adds under a condition
    /// which only Python could decide. It is self-contained if no other file had a say in it.
    public record Described(Revision revision, List<String> dependsOnIfPresent, boolean selfContained) {}

    /// What the file describes; nothing if that can't be told, and then the problems say why.
    public static Optional<Described> read(Path file, String source, Consumer<Problem> problems) {
        return new PythonHeader(file, Constants.of(file, source), problems).revision();
    }

    private Optional<Described> revision() {
        var ids = values("revision").sure();
        var id = ids.isEmpty() ? legacyId() : Optional.of(ids.getFirst());
        if (id.isEmpty() && sound) {
            fault(0, "The file declares no revision",
                    "Add `revision = \"<id>\"`, or move the file out of the folder of revisions.");
        }
        if (sound && !constants.assigns("down_revision")) {
            fault(0, "The file declares no down_revision",
                    "Add `down_revision = \"<id>\"`, or None for a first revision.");
        }
        var down = values("down_revision").sure();
        var labels = values("branch_labels").sure();
        var dependsOn = values("depends_on");
        id.filter(text -> FORBIDDEN.matcher(text).find()).ifPresent(text -> {
            sound = false;
            problems.accept(Problem.at(file, lines.getOrDefault("revision", 0), ProblemKind.BAD_ID,
                    "'%s' can't be a revision id: @ + - and : have a meaning of their own".formatted(text),
                    "Use letters, digits and underscores."));
        });
        if (!sound || id.isEmpty()) {
            return Optional.empty();
        }
        var document = constants.docstring().orElse("").strip();
        var revision = new Revision(new RevisionId(id.get()), down.stream().map(RevisionId::new).toList(),
                dependsOn.sure(), labels, document, created(document),
                new RevisionFile(file, Format.PYTHON, lines));
        return Optional.of(new Described(revision, dependsOn.perhaps(), !constants.askedElsewhere()));
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
    private Optional<String> legacyId() {
        var name = LEGACY_NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches() && !constants.assigns("revision") ? Optional.of(name.group(1)) : Optional.empty();
    }

    private Texts values(String name) {
        try {
            lines.put(name, constants.line(name));
            return constants.texts(name);
        } catch (Unknown e) {
            var what = "%s is not a plain value: %s".formatted(name, e.reason());
            if (name.equals("revision") || name.equals("down_revision")) {
                fault(e.line(), what, "Athanor reads constants and does not run Python: write the value itself.");
            } else {
                problems.accept(Problem.at(file, e.line(), ProblemKind.BAD_HEADER, what,
                        "The revision is read without it. Write the value itself, or keep the file it comes from at hand."));
            }
            return new Texts();
        }
    }

    private void fault(int line, String message, String hint) {
        sound = false;
        problems.accept(Problem.at(file, line, ProblemKind.BAD_HEADER, message, hint));
    }
}
