package org.athanor.app.ui.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.athanor.app.profile.Profile;
import org.athanor.app.workspace.Standing;
import org.athanor.app.workspace.Survey;
import org.athanor.app.workspace.WorkspaceState;
import org.athanor.engine.Status;
import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// What is known of the revisions besides the folder: where databases stand, and what the scripts say.
final class Marks {
    private final RevisionGraph graph;
    private final Optional<Set<Revision>> applied;
    private final Optional<Pin> chosen;
    private final List<Pin> all;
    private final Map<RevisionId, List<Pin>> pins = new LinkedHashMap<>();
    private final Map<RevisionId, Set<Badge>> edited;
    private final Survey survey;
    private final List<String> labels;

    Marks(WorkspaceState.Ready ready, Profile profile, List<Pin> others, Survey survey) {
        var status = ready.standing().known();
        graph = ready.project().graph();
        applied = status.map(Status::applied).map(Set::copyOf);
        chosen = status.map(s -> new Pin(profile.name(), profile.environment(),
                new Pin.At(s.rows().orElse(List.of())), true));
        all = new ArrayList<>(chosen.stream().toList());
        others.stream().filter(pin -> !pin.name().equals(profile.name())).forEach(all::add);
        all.forEach(pin -> pin.rows().forEach(id -> pins.computeIfAbsent(id, _ -> new ArrayList<>()).add(pin)));
        edited = edited(ready.standing());
        this.survey = survey;
        labels = List.copyOf(new TreeSet<>(graph.declaredLabels()));
    }

    /// The labels of the whole graph.
    List<String> labels() {
        return labels;
    }

    GraphRow row(Lanes.Row row) {
        var revision = row.revision();
        var here = pins.getOrDefault(revision.id(), List.of());
        return new GraphRow(row, applied(revision), graph.isHead(revision), revision.branchLabels(),
                chosen.filter(here::contains), here, badges(revision.id()));
    }

    Applied applied(Revision revision) {
        return applied.map(found -> found.contains(revision) ? Applied.APPLIED : Applied.PENDING)
                .orElse(Applied.UNKNOWN);
    }

    boolean isPinned(RevisionId id) {
        return pins.containsKey(id);
    }

    /// Where the chosen database stands, as far as the folder knows it.
    List<RevisionId> current() {
        return chosen.map(Pin::rows).orElse(List.of());
    }

    List<Entry.Ghost> ghosts() {
        return pins.entrySet().stream().filter(pin -> graph.find(pin.getKey()).isEmpty())
                .map(pin -> new Entry.Ghost(pin.getKey(), pin.getValue())).toList();
    }

    /// Databases that stand nowhere on the graph: they are empty, or nobody knows.
    List<Pin> elsewhere() {
        return all.stream().filter(pin -> pin.rows().isEmpty()).toList();
    }

    RevisionGraph graph() {
        return graph;
    }

    private Set<Badge> badges(RevisionId id) {
        var badges = EnumSet.noneOf(Badge.class);
        badges.addAll(edited.getOrDefault(id, Set.of()));
        survey.of(id).ifPresent(finding -> {
            if (finding.live()) {
                badges.add(Badge.LIVE);
            }
            if (finding.unreadable()) {
                badges.add(Badge.UNREADABLE);
            }
            if (finding.irreversible()) {
                badges.add(Badge.IRREVERSIBLE);
            }
        });
        return badges;
    }

    private static Map<RevisionId, Set<Badge>> edited(Standing standing) {
        return standing instanceof Standing.Known(_, var news)
                ? news.edited().stream().collect(
                        Collectors.toMap(e -> e.revision().id(), _ -> Set.of(Badge.EDITED), (a, _) -> a, HashMap::new))
                : Map.of();
    }
}
