package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;
import org.athanor.engine.template.MakoTemplate;
import org.athanor.engine.template.Value;

/// A ready content for new revisions: a first comment line that describes it, and then its sections, which begin with
/// `-- +upgrade` (`# +upgrade` in Python) and the like. `own` tells that it is the project's.
public record GalleryTemplate(String name, Format format, Path file, String text, boolean own) {
    /// What it is for, in one sentence.
    public String description() {
        return text.lines().map(String::strip).filter(line -> line.startsWith(mark()) && !isSection(line)).findFirst()
                .map(line -> line.substring(mark().length()).strip()).orElse("");
    }

    /// What it adds to the names of the project's template.
    Map<String, Value> values(Map<String, Value> header) {
        var body = MakoTemplate.parse(file, text).render(header);
        return switch (format) {
            case SQL -> Map.of("sections", Value.text(fromFirstSection(body)));
            case PYTHON -> pythonSections(body);
        };
    }

    private String fromFirstSection(String body) {
        int start = body.startsWith("-- +") ? 0 : body.indexOf("\n-- +") + 1;
        if (!body.startsWith("-- +", start)) {
            throw fault(0, "It has no section", "Begin one with a line `-- +upgrade`.");
        }
        return body.substring(start).strip();
    }

    private Map<String, Value> pythonSections(String body) {
        var sections = new HashMap<String, StringBuilder>();
        var section = new StringBuilder();
        int number = 0;
        for (var line : (Iterable<String>) body.lines()::iterator) {
            number++;
            if (isSection(line)) {
                section = new StringBuilder();
                sections.put(sectionName(line, number), section);
            } else {
                section.append(line).append('\n');
            }
        }
        var values = new HashMap<String, Value>();
        sections.forEach((name, text) -> {
            var content = text.toString().strip();
            if (!content.isEmpty()) {
                values.put(name, Value.text(name.equals("imports") ? content : indented(content)));
            }
        });
        return values;
    }

    private String sectionName(String line, int number) {
        return switch (line.strip().substring(mark().length()).strip()) {
            case "+imports" -> "imports";
            case "+upgrade" -> "upgrades";
            case "+downgrade" -> "downgrades";
            default -> throw fault(number, "'%s' is not a section".formatted(line.strip()),
                    "The sections are # +imports, # +upgrade and # +downgrade.");
        };
    }

    /// Lines after the first stand where Alembic puts them: four blanks to the right, inside the function.
    private static String indented(String code) {
        return code.replace("\n", "\n    ").replaceAll("(?m)^ +$", "");
    }

    private boolean isSection(String line) {
        return line.strip().startsWith(mark() + " +");
    }

    private String mark() {
        return format == Format.SQL ? "--" : "#";
    }

    private Refusal fault(int line, String message, String hint) {
        return new Refusal(Problem.at(file, line, ProblemKind.BAD_TEMPLATE, message, hint));
    }
}
