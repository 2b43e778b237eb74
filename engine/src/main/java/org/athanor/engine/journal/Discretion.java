package org.athanor.engine.journal;

import java.util.function.UnaryOperator;

/// What of an entry is not for the journal, wherever it stands: `blank` takes it out of a text.
record Discretion(UnaryOperator<String> blank) {
    Entry of(Entry entry) {
        return switch (entry) {
            case Entry.Begin(var who, var goal, var plan, var reason, var policy) ->
                new Entry.Begin(who, goal, plan, reason.map(blank), policy);
            case Entry.Sending(var step, var number, var alone, var sql) ->
                new Entry.Sending(step, number, alone, blank.apply(sql));
            case Entry.StepDone(var step, var revision, var move, var took, var statements, var source) ->
                new Entry.StepDone(step, revision, move, took, statements, source.map(this::of));
            case Entry.End(var outcome, var applied, var rows, var problem, var stays) ->
                new Entry.End(outcome, applied, rows, problem.map(blank), stays.stream().map(blank).toList());
            case Entry.Mark(var who, var reason) -> new Entry.Mark(who, blank.apply(reason));
            case Entry.StepBegun _,Entry.Committed _,Entry.Done _ -> entry;
        };
    }

    private Entry.Source of(Entry.Source source) {
        return new Entry.Source(source.fingerprint(), source.text().map(blank), source.stamp());
    }
}
