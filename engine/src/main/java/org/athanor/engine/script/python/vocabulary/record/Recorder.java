package org.athanor.engine.script.python.vocabulary.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.script.python.value.Budget;

/// Writes down what a revision does. A block that belongs together (`autocommit_block`) is a list within the list.
public final class Recorder {
    /// An operation is more work than a step: it becomes SQL.
    private static final int COST = 20;

    private final Deque<List<Placed>> open = new ArrayDeque<>();

    public Recorder() {
        open.push(new ArrayList<>());
    }

    public void record(Operation operation, int line) {
        Budget.time(COST);
        open.element().add(new Placed(operation, line));
    }

    /// From here on operations go into a block of their own.
    public void beginBlock() {
        open.push(new ArrayList<>());
    }

    /// What the block holds that began last.
    public List<Placed> endBlock() {
        return List.copyOf(open.pop());
    }

    /// All that was recorded so far.
    public List<Placed> operations() {
        return List.copyOf(open.getLast());
    }
}
