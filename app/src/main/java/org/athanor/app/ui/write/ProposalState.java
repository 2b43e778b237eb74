package org.athanor.app.ui.write;

import java.util.List;

import org.athanor.engine.Autogeneration;
import org.athanor.engine.problem.Problem;

/// How far it is known what a revision would have to do.
public sealed interface ProposalState {
    /// Nobody wants it.
    record Off() implements ProposalState {}

    /// The database is compared with its target.
    record Comparing() implements ProposalState {}

    /// Renames are to be answered before anything is ticked.
    record Asking(Chosen chosen) implements ProposalState {}

    /// What can be ticked, and what is chosen of it.
    record Choosing(Chosen chosen, Autogeneration whole) implements ProposalState {}

    /// The database is as its target says.
    record Nothing(String target) implements ProposalState {}

    /// Somebody has given it up.
    record Cancelled() implements ProposalState {}

    /// The engine has said why not; nothing was written.
    record Refused(List<Problem> problems) implements ProposalState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
