package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.graph.Lanes.Edge;
import org.athanor.engine.graph.Lanes.Row;
import org.athanor.engine.graph.Link;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;

/// The lines of descent in characters, with each revision's text beside its dot: two columns a lane, and a row of bends
/// where a line leaves or joins another.
final class GraphText {
    private final Lanes lanes;
    private final Screen screen;
    private final Optional<Set<RevisionId>> pending;
    private final List<String> lines = new ArrayList<>();

    private GraphText(Lanes lanes, Screen screen, Optional<Set<RevisionId>> pending) {
        this.lanes = lanes;
        this.screen = screen;
        this.pending = pending;
    }

    /// What is pending, if that was asked, has a hollow dot where a person looks; other programs get the dots that they know.
    static List<String> of(RevisionGraph graph, List<Revision> shown, RevisionText text, Screen screen,
            Optional<Set<RevisionId>> pending) {
        var drawing = new GraphText(Lanes.of(graph, graph.newestFirst()), screen, pending);
        var wanted = new HashSet<>(shown);
        drawing.lanes.rows().stream().filter(row -> wanted.contains(row.revision()))
                .forEach(row -> drawing.draw(row, text));
        return drawing.lines;
    }

    private void draw(Row row, RevisionText text) {
        bends(row, edge -> edge.endsAt(row), '╯', '╰').forEach(lines::add);
        var cells = verticals(row, edge -> edge.newerRow() < row.number() && row.number() < edge.olderRow());
        int dot = 2 * row.lane();
        lines.add(screen.drawn(signs(cells, 0, dot) + dot(row.revision()) + signs(cells, dot + 1, cells.length) + " "
                + text.branchLine(row.revision()) + ", " + row.revision().title()));
        bends(row, edge -> edge.startsAt(row), '╮', '╭').forEach(lines::add);
    }

    private String dot(Revision revision) {
        boolean hollow = screen.watched() && pending.filter(ids -> ids.contains(revision.id())).isPresent();
        var dot = String.valueOf(screen.plain(hollow ? '○' : '●'));
        return hollow || pending.isEmpty() ? dot : screen.ink(Ink.GOOD, dot);
    }

    private String signs(char[] cells, int from, int to) {
        var signs = new StringBuilder();
        for (int i = from; i < to; i++) {
            signs.append(screen.plain(cells[i]));
        }
        return signs.toString();
    }

    /// The row of bends between a revision and the lanes that its edges run in; none if all run straight.
    private Stream<String> bends(Row row, Predicate<Edge> touches, char toTheRight, char toTheLeft) {
        var bending = lanes.edges(row).stream().filter(touches).filter(edge -> edge.lane() != row.lane()).toList();
        if (bending.isEmpty()) {
            return Stream.empty();
        }
        boolean below = bending.getFirst().startsAt(row);
        int after = below ? row.number() : row.number() - 1;
        var cells = verticals(row, edge -> edge.newerRow() <= after && after < edge.olderRow());
        boolean straight = lanes.edges(row).stream().filter(touches).anyMatch(edge -> edge.lane() == row.lane());
        int left = Math.min(row.lane(), bending.stream().mapToInt(Edge::lane).min().orElse(row.lane()));
        int right = Math.max(row.lane(), bending.stream().mapToInt(Edge::lane).max().orElse(row.lane()));
        for (int i = 2 * left + 1; i < 2 * right; i++) {
            cells[i] = cells[i] == ' ' ? '─' : '┼';
        }
        bending.forEach(edge -> cells[2 * edge.lane()] = edge.lane() > row.lane() ? toTheRight : toTheLeft);
        cells[2 * row.lane()] = corner(left < row.lane(), right > row.lane(), straight, below);
        return Stream.of(screen.drawn(signs(cells, 0, cells.length).stripTrailing()));
    }

    /// How the dot's own lane looks in a row of bends.
    private static char corner(boolean left, boolean right, boolean straight, boolean below) {
        if (left && right) {
            return straight ? '┼' : below ? '┴' : '┬';
        }
        if (straight) {
            return left ? '┤' : '├';
        }
        return left ? (below ? '╯' : '╮') : (below ? '╰' : '╭');
    }

    private char[] verticals(Row row, Predicate<Edge> passes) {
        var cells = new char[2 * lanes.width() - 1];
        Arrays.fill(cells, ' ');
        lanes.edges(row).stream().filter(passes).collect(Collectors.groupingBy(Edge::lane)).forEach((lane, edges) -> {
            boolean dependency = edges.stream().allMatch(e -> e.link().kind() == Link.Kind.DEPENDENCY);
            cells[2 * lane] = dependency ? '┊' : '│';
        });
        return cells;
    }
}
