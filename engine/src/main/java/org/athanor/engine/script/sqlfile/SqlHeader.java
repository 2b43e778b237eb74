package org.athanor.engine.script.sqlfile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/// The comment lines at the top of a `.sql` revision: `-- key: value`, up to the first section or statement.
public final class SqlHeader {
    private static final Pattern FIELD = Pattern.compile("--\\s*([A-Za-z_-]+)\\s*:\\s*(.*)");
    private static final Pattern FORBIDDEN = Pattern.compile("[@+:,\\s-]");
    private static final List<String> KEYS = List.of("revision", "down_revision", "branch_labels", "depends_on",
            "message", "created");

    private final Path file;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Consumer<Problem> problems;
    private boolean sound = true;

    private SqlHeader(Path file, Consumer<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The revision that the header describes; none if it can't be understood, and then the problems say why.
    public static Optional<Revision> read(Path file, String text, Consumer<Problem> problems) {
        var header = new SqlHeader(file, problems);
        header.readLines(text);
        return header.revision();
    }

    private void readLines(String text) {
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            var trimmed = withoutByteOrderMark(line).strip();
            if (trimmed.startsWith("-- +") || !trimmed.isEmpty() && !trimmed.startsWith("--")) {
                return;
            }
            var field = FIELD.matcher(trimmed);
            if (field.matches()) {
                readField(field.group(1), field.group(2).strip(), number);
            }
        }
    }

    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    private void readField(String key, String value, int line) {
        if (!KEYS.contains(key)) {
            fault(line, "'%s' is not a header field".formatted(key),
                    "The fields are " + String.join(", ", KEYS)
                            + ". A plain comment has no colon after its first word.");
        } else if (values.putIfAbsent(key, value) != null) {
            fault(line, "'%s' stands twice in the header".formatted(key), "Keep one of the two lines.");
        } else {
            lines.put(key, line);
        }
    }

    private Optional<Revision> revision() {
        require("revision", "Add a line `-- revision: <id>` at the top.");
        require("down_revision",
                "Name the parent in `-- down_revision: <id>`, and leave it empty for a first revision.");
        if (sound && value("revision").isEmpty()) {
            fault(line("revision"), "The revision has no id", "Write it after `-- revision:`.");
        }
        checkName("revision", value("revision"));
        list("branch_labels").forEach(label -> checkName("branch_labels", label));
        if (!sound) {
            return Optional.empty();
        }
        var created = Optional.of(value("created")).filter(s -> !s.isEmpty());
        return Optional.of(new Revision(new RevisionId(value("revision")),
                list("down_revision").stream().map(RevisionId::new).toList(), list("depends_on"),
                list("branch_labels"), value("message"), created, new RevisionFile(file, Format.SQL, lines)));
    }

    private void require(String key, String hint) {
        if (sound && values.isEmpty()) {
            sound = false;
            problems.accept(
                    Problem.at(file, 1, ProblemKind.NO_HEADER, "The header has no '%s' line".formatted(key), hint));
        } else if (sound && !values.containsKey(key)) {
            fault(1, "The header has no '%s' line".formatted(key), hint);
        }
    }

    private void checkName(String key, String name) {
        var meant = FORBIDDEN.matcher(name).find()
                ? "@ + - : , and blanks have a meaning of their own"
                : key.equals("revision") && RevisionId.WORDS.contains(name)
                        ? "the word has a meaning of its own"
                        : "";
        if (!meant.isEmpty()) {
            sound = false;
            problems.accept(Problem.at(file, line(key), ProblemKind.BAD_ID,
                    "'%s' can't be used in %s: %s".formatted(name, key, meant),
                    "Use letters, digits and underscores."));
        }
    }

    private void fault(int line, String message, String hint) {
        sound = false;
        problems.accept(Problem.at(file, line, ProblemKind.BAD_HEADER, message, hint));
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private int line(String key) {
        return lines.getOrDefault(key, 1);
    }

    private List<String> list(String key) {
        return new ArrayList<>(
                Arrays.stream(value(key).split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList());
    }
}
