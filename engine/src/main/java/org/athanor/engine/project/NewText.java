package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;
import org.athanor.engine.template.MakoTemplate;
import org.athanor.engine.template.Value;

/// The text of a new revision: the project's own template, filled in with the header and a content of the gallery.
final class NewText {
    private static final String OURS = "script.sql.mako";

    private final ProjectConfig config;
    private final Format format;

    NewText(ProjectConfig config) {
        this.config = config;
        this.format = config.newFiles().format();
    }

    String text(NewHeader header, Optional<String> template) {
        var content = Gallery.of(config)
                .named(template.orElse(header.downRevisions().size() > 1 ? Gallery.MERGE : Gallery.EMPTY));
        var values = new HashMap<>(header.values(format == Format.PYTHON));
        var added = content.values(values);
        values.putAll(added);
        var text = MakoTemplate.parse(origin(), source()).render(values);
        refuseUnlessAllIsIn(text, "'%s'".formatted(content.name()), added);
        return text;
    }

    /// The text of a revision whose contents are known. `named` says that SQL sections name their product.
    String text(NewHeader header, Contents contents, boolean named) {
        var values = new HashMap<>(header.values(format == Format.PYTHON));
        var added = contents.values(named);
        values.putAll(added);
        var text = MakoTemplate.parse(origin(), source()).render(values);
        refuseUnlessAllIsIn(text, "the changes", added);
        return text;
    }

    /// The file that the texts of this project come from.
    Path origin() {
        return config.scriptLocation().resolve(format == Format.SQL ? OURS : "script.py.mako");
    }

    private String source() {
        var file = origin();
        if (!Files.exists(file)) {
            if (format == Format.SQL) {
                return Resource.text(OURS);
            }
            throw new Refusal(noTemplate(file));
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE,
                    "The template can't be read: " + e.getClass().getSimpleName(),
                    "Is it UTF-8, and may you read it?"));
        }
    }

    static Problem noTemplate(Path file) {
        return Problem.at(file, 0, ProblemKind.BAD_TEMPLATE, "There is no template for new files",
                "Copy script.py.mako from another project of yours, or from what `athanor init -t generic NEWFOLDER` "
                        + "makes.");
    }

    /// A project's template may leave out the place that a content goes to.
    private void refuseUnlessAllIsIn(String text, String content, Map<String, Value> added) {
        added.forEach((name, value) -> {
            if (value instanceof Value.Text(var part) && !text.contains(part)) {
                throw new Refusal(Problem.at(origin(), 0, ProblemKind.BAD_TEMPLATE,
                        "The template has no place for the %s of %s".formatted(name, content),
                        "Add ${%s} where they belong.".formatted(name)));
            }
        });
    }
}
