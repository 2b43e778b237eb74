package org.athanor.app.ui.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Profile;
import org.athanor.app.ui.Samples;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.Status;
import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.graph.Follow;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.journal.News;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// A project whose revisions are in no files, and a database that stands on some of them.
public final class GeneratedProject {
    private GeneratedProject() {}

    public static Profile profile() {
        return new Profile("shop", Environment.LOCAL, Path.of("athanor.toml"), Optional.empty());
    }

    /// The database has rows for these revisions; those that the graph lacks are unknown.
    public static WorkspaceState.Ready ready(RevisionGraph graph, String... rows) {
        var config = Project.open(Samples.folder().resolve("shop").resolve("athanor.toml"), Map.of()).config();
        var project = new Project(config, graph, List.of(), HeaderCache.off());
        return new WorkspaceState.Ready(project, Lanes.of(graph), Optional.empty(),
                new Standing.Known(status(graph, Stream.of(rows).map(RevisionId::new).toList()), News.NONE));
    }

    private static Status status(RevisionGraph graph, List<RevisionId> rows) {
        var current = rows.stream().flatMap(id -> graph.find(id).stream()).toList();
        var unknown = rows.stream().filter(id -> graph.find(id).isEmpty()).toList();
        var applied = graph.ancestors(current, Follow.PARENTS_AND_DEPENDENCIES);
        return new Status("shop.db", Optional.of(rows), current, unknown, applied.toList(),
                graph.all().minus(applied).toList(), List.of());
    }

    /// A pin on each of these revisions.
    public static Pin pin(String name, Environment environment, String... rows) {
        return new Pin(name, environment, new Pin.At(Stream.of(rows).map(RevisionId::new).toList()), true);
    }

    static Revision revision(RevisionGraph graph, int number) {
        return graph.revisions().get(number);
    }
}
