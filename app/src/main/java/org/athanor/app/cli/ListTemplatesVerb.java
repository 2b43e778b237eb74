package org.athanor.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.Json;
import org.athanor.engine.project.GalleryTemplate;
import org.athanor.engine.project.Initializer;
import org.athanor.engine.project.Project;

/// Lists what new projects and new revisions can start from.
final class ListTemplatesVerb extends Verb {
    ListTemplatesVerb() {
        super("list_templates", "List the templates of new projects, and those of new revisions of this project.");
    }

    @Override
    public Integer call() {
        var project = session().findConfig().map(_ -> session().project());
        var revisions = project.map(Project::gallery).map(gallery -> gallery.templates()).orElse(List.of());
        if (isJson()) {
            output().json(json(revisions));
            return ExitCode.DONE;
        }
        output().data("Available templates:\n");
        for (var kind : Initializer.Kind.values()) {
            output().data("%s - %s".formatted(kind.code(), kind.description()));
        }
        output().data(
                "\nTemplates are used via the 'init' command, e.g.:\n\n  athanor init --template generic ./scripts");
        if (!revisions.isEmpty()) {
            output().data("\nTemplates of new revisions:\n");
            revisions.forEach(t -> output().data("%s - %s".formatted(t.name(), t.description())));
            output().data("\nThey are used via the 'revision' command, e.g.:\n\n  athanor revision --template %s"
                    .formatted("add-column"));
        }
        return ExitCode.DONE;
    }

    private static Json json(List<GalleryTemplate> revisions) {
        var projects = Arrays.stream(Initializer.Kind.values())
                .map(kind -> Json.object().with("name", kind.code()).with("description", kind.description())).toList();
        return Json.object().with("templates", projects).with("revision_templates",
                revisions.stream().map(t -> Json.object().with("name", t.name()).with("description", t.description())
                        .with("file", t.own() ? Optional.of(t.file()) : Optional.empty())).toList());
    }
}
