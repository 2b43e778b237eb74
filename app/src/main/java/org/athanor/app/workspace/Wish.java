package org.athanor.app.workspace;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.plan.Move;
import org.athanor.engine.plan.Plan;

/// What somebody wants to happen to the database, before there is a plan for it.
public sealed interface Wish {
    record Upgrade(String target) implements Wish {}

    record Downgrade(String target) implements Wish {}

    /// Up or down, whichever it takes.
    record GoTo(String target) implements Wish {}

    /// Nothing is run; the version table's rows are emptied first with `purge`.
    record Stamp(List<String> targets, boolean purge) implements Wish {
        public Stamp {
            targets = List.copyOf(targets);
        }
    }

    /// The verb of the command line and its arguments that want the same.
    default List<String> words(Plan plan) {
        return switch (this) {
            case Upgrade(var target) -> List.of("upgrade", target);
            case Downgrade(var target) -> List.of("downgrade", target);
            case GoTo(var target) -> List.of(plan.move() == Move.DOWNGRADE ? "downgrade" : "upgrade", target);
            case Stamp(var targets, var purge) -> {
                var words = new ArrayList<>(List.of("stamp"));
                if (purge) {
                    words.add("--purge");
                }
                words.addAll(targets);
                yield words;
            }
        };
    }
}
