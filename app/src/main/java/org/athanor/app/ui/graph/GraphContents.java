package org.athanor.app.ui.graph;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.athanor.engine.graph.Lanes;
import org.athanor.engine.revision.RevisionId;

/// All that the graph shows at one moment: ghosts first, then the rows of the drawing, runs of them put away. Entries are
/// made when they are looked at, because only few of them are in sight.
public final class GraphContents {
    private final Lanes lanes;
    private final Marks marks;
    private final List<Entry.Ghost> ghosts;
    private final int[] firstRows;
    private final int[] entries;

    GraphContents(Lanes lanes, Marks marks, Set<RevisionId> folded) {
        this.lanes = lanes;
        this.marks = marks;
        this.ghosts = marks.ghosts();
        this.entries = new int[lanes.rows().size()];
        var firsts = new int[lanes.rows().size()];
        int count = 0;
        for (int row = 0; row < entries.length; row++) {
            if (row == 0 || folded.isEmpty() || !goesOn(row, folded)) {
                firsts[count++] = row;
            }
            entries[row] = ghosts.size() + count - 1;
        }
        this.firstRows = Arrays.copyOf(firsts, count);
    }

    private boolean goesOn(int row, Set<RevisionId> folded) {
        var above = lanes.rows().get(row - 1);
        var here = lanes.rows().get(row);
        return above.lane() == here.lane() && isHidden(above, folded) && isHidden(here, folded)
                && above.revision().downRevisions().contains(here.revision().id());
    }

    private boolean isHidden(Lanes.Row row, Set<RevisionId> folded) {
        return folded.contains(row.revision().id()) && !marks.isPinned(row.revision().id());
    }

    public int size() {
        return ghosts.size() + firstRows.length;
    }

    public Entry entry(int number) {
        if (number < ghosts.size()) {
            return ghosts.get(number);
        }
        int first = firstRow(number);
        int last = lastRow(number);
        return first == last ? new Entry.Shown(rows().get(first)) : folded(first, last);
    }

    private Entry folded(int first, int last) {
        var rows = lanes.rows().subList(first, last + 1);
        var applied = rows.stream().map(row -> marks.applied(row.revision())).distinct().toList();
        return new Entry.Folded(rows, applied.size() == 1 ? applied.getFirst() : Applied.PENDING);
    }

    /// The first row of the drawing that an entry stands for; for a ghost, the first of all.
    int firstRow(int entry) {
        return entry < ghosts.size() ? 0 : firstRows[entry - ghosts.size()];
    }

    int lastRow(int entry) {
        int next = entry + 1 - ghosts.size();
        return next <= 0 ? 0 : next < firstRows.length ? firstRows[next] - 1 : entries.length - 1;
    }

    /// The entry that shows a row of the drawing.
    int entryOf(int row) {
        return entries[row];
    }

    /// The entry that shows a revision, put away or not; -1 where there is none.
    public int find(RevisionId id) {
        for (int ghost = 0; ghost < ghosts.size(); ghost++) {
            if (ghosts.get(ghost).id().equals(id)) {
                return ghost;
            }
        }
        return lanes.find(id).map(row -> entries[row.number()]).orElse(-1);
    }

    public Lanes lanes() {
        return lanes;
    }

    /// How many lanes the rows from the first to the last take, and the lines between and beside them.
    int lanesBetween(int first, int last) {
        int most = lanes.rows().subList(first, last + 1).stream().mapToInt(Lanes.Row::lane).max().orElse(0);
        for (var edge : lanes.edges(first, last)) {
            most = Math.max(most, edge.lane());
        }
        return most + 1;
    }

    Marks marks() {
        return marks;
    }

    /// Every revision of the drawing, put away or not.
    public List<GraphRow> rows() {
        return new AbstractList<>() {
            @Override
            public GraphRow get(int row) {
                return marks.row(lanes.rows().get(row));
            }

            @Override
            public int size() {
                return lanes.rows().size();
            }
        };
    }

    /// The revisions of all linear runs of at least `least`: each has one revision above and one below, no label, and no
    /// database on it.
    List<RevisionId> linear(int least) {
        var all = new ArrayList<RevisionId>();
        var run = new ArrayList<RevisionId>();
        for (var row : lanes.rows()) {
            boolean goesOn = !run.isEmpty() && row.revision().downRevisions().size() == 1
                    && marks.graph().children(row.revision()).stream().anyMatch(r -> r.id().equals(run.getLast()));
            if (!goesOn || !isPlain(row)) {
                keep(run, least, all);
            }
            if (isPlain(row)) {
                run.add(row.revision().id());
            }
        }
        keep(run, least, all);
        return all;
    }

    /// The linear run that a revision is part of.
    List<RevisionId> run(RevisionId id) {
        var start = lanes.find(id).filter(this::isPlain);
        if (start.isEmpty()) {
            return List.of();
        }
        int first = start.get().number();
        int last = first;
        while (first > 0 && continues(first - 1)) {
            first--;
        }
        while (last + 1 < lanes.rows().size() && continues(last)) {
            last++;
        }
        return lanes.rows().subList(first, last + 1).stream().map(row -> row.revision().id()).toList();
    }

    private boolean continues(int row) {
        var above = lanes.rows().get(row);
        var below = lanes.rows().get(row + 1);
        return isPlain(above) && isPlain(below) && above.revision().downRevisions().contains(below.revision().id());
    }

    private boolean isPlain(Lanes.Row row) {
        var revision = row.revision();
        var graph = marks.graph();
        return revision.downRevisions().size() == 1 && graph.dependencies(revision).isEmpty()
                && revision.branchLabels().isEmpty() && graph.directlyAfter(revision).size() == 1
                && !graph.isHead(revision) && !marks.isPinned(revision.id());
    }

    private static void keep(List<RevisionId> run, int least, List<RevisionId> all) {
        if (run.size() >= least) {
            all.addAll(run);
        }
        run.clear();
    }
}
