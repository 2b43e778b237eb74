package org.athanor.app.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the window was when it was closed, and what it showed. Nobody has to keep it: what doesn't fit any more is left out.
/// `view` is what lay over the graph, `tab` the inspector's, `looks` what was looked at in each project, newest first.
public record WindowPlace(Optional<Bounds> bounds, List<Double> columns, Optional<Double> drawer, Optional<String> view,
        int tab, List<Look> looks) {
    public static final WindowPlace NOWHERE = new WindowPlace(Optional.empty(), List.of(), Optional.empty(),
            Optional.empty(), 0, List.of());
    private static final int LOOKS = 20;

    public WindowPlace {
        columns = List.copyOf(columns);
        looks = List.copyOf(looks);
    }

    /// In pixels of the screen.
    public record Bounds(double x, double y, double width, double height, boolean maximized) {}

    /// What was looked at in a project, which is known by its file: the selected revision, one for each run that was put
    /// away, the label that was shown alone, and the two sides that were compared, if any.
    public record Look(String project, Optional<String> selected, List<String> folded, Optional<String> label,
            List<String> compared) {
        public Look {
            folded = List.copyOf(folded);
            compared = List.copyOf(compared);
        }

        public static Look none(String project) {
            return new Look(project, Optional.empty(), List.of(), Optional.empty(), List.of());
        }
    }

    public Look look(String project) {
        return looks.stream().filter(look -> look.project().equals(project)).findFirst()
                .orElseGet(() -> Look.none(project));
    }

    /// With this look instead of the one that its project had.
    public WindowPlace with(Look look) {
        var next = new ArrayList<Look>();
        next.add(look);
        looks.stream().filter(other -> !other.project().equals(look.project())).limit(LOOKS - 1L).forEach(next::add);
        return new WindowPlace(bounds, columns, drawer, view, tab, next);
    }
}
