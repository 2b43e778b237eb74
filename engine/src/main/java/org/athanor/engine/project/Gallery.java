package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.NewFiles.Format;

/// The contents that new revisions can start from: ours, and the files in the project's folder `templates/`, which win
/// over ours of the same name.
public record Gallery(List<GalleryTemplate> templates) {
    static final String EMPTY = "empty";
    static final String MERGE = "merge";
    private static final List<String> OURS = List.of(EMPTY, "create-table", "add-column", "index-concurrently",
            "add-enum-value", "seed-data", MERGE);

    public Gallery {
        templates = List.copyOf(templates);
    }

    static Gallery of(ProjectConfig config) {
        var format = config.newFiles().format();
        var all = new LinkedHashMap<String, GalleryTemplate>();
        ours(format).forEach(template -> all.put(template.name(), template));
        allOwn(config.scriptLocation().resolve("templates"), format)
                .forEach(template -> all.put(template.name(), template));
        return new Gallery(List.copyOf(all.values()));
    }

    /// The template of this name.
    public GalleryTemplate named(String name) {
        return templates.stream().filter(template -> template.name().equals(name)).findFirst()
                .orElseThrow(() -> new Refusal(ProblemKind.BAD_TEMPLATE, "There is no template '%s'".formatted(name),
                        "There are " + String.join(", ", templates.stream().map(GalleryTemplate::name).toList())
                                + ". Your own are the files in the project's folder templates/."));
    }

    private static Stream<GalleryTemplate> ours(Format format) {
        return OURS.stream().map(name -> {
            var resource = "gallery/" + name + ending(format);
            return new GalleryTemplate(name, format, Path.of(resource), Resource.text(resource), false);
        });
    }

    private static List<GalleryTemplate> allOwn(Path folder, Format format) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending(format))).sorted()
                    .map(file -> own(file, format)).toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static GalleryTemplate own(Path file, Format format) {
        var name = file.getFileName().toString();
        try {
            return new GalleryTemplate(name.substring(0, name.length() - ending(format).length()), format, file,
                    Files.readString(file), true);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static Refusal unreadable(Path file, IOException e) {
        return new Refusal(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE,
                "The template can't be read: " + e.getClass().getSimpleName(), "Is it UTF-8, and may you read it?"));
    }

    private static String ending(Format format) {
        return format == Format.SQL ? ".sql" : ".py";
    }
}
