package org.athanor.engine.script.python.vocabulary.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.script.Answer;
import org.athanor.engine.script.python.value.Budget;

/// Writes down what a revision does, or does it where there is a database. A block that belongs together
/// (`autocommit_block`) is a list within the list.
public final class Recorder {
    /// An operation is more work than a step: it becomes SQL.
    private static final int COST = 20;

    private final Deque<List<Placed>> open = new ArrayDeque<>();
    private final Optional<LiveDatabase> live;

    public Recorder() {
        this(Optional.empty());
    }

    public Recorder(Optional<LiveDatabase> live) {
        this.live = live;
        open.push(new ArrayList<>());
    }

    public Optional<LiveDatabase> live() {
        return live;
    }

    public void record(Operation operation, int line) {
        ask(operation, line);
    }

    /// What the database answers; nothing where the operation is only written down.
    public Optional<Answer> ask(Operation operation, int line) {
        Budget.time(COST);
        var placed = new Placed(operation, line);
        if (live.isEmpty()) {
            open.element().add(placed);
            return Optional.empty();
        }
        return Optional.of(live.get().perform(isInBlock()
                ? new Placed(new Operation.OutsideTransaction(List.of(placed)), line)
                : placed));
    }

    private boolean isInBlock() {
        return open.size() > 1;
    }

    /// From here on operations go into a block of their own.
    public void beginBlock() {
        open.push(new ArrayList<>());
    }

    /// The block that began last is over: it runs outside of the transaction, unless it has run already.
    public void endBlock(int line) {
        var block = open.pop();
        if (live.isEmpty()) {
            record(new Operation.OutsideTransaction(block), line);
        }
    }

    /// How much was written down so far.
    public int size() {
        return open.stream().mapToInt(List::size).sum();
    }

    /// All that was written down so far.
    public List<Placed> operations() {
        return List.copyOf(open.getLast());
    }
}
