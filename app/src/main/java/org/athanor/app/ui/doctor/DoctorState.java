package org.athanor.app.ui.doctor;

import java.util.List;

import org.athanor.app.workspace.Examination;
import org.athanor.engine.problem.Problem;

/// How far the doctor is.
public sealed interface DoctorState {
    /// Nothing was looked at yet.
    record Waiting() implements DoctorState {}

    /// So many of the revisions are read.
    record Looking(int read, int of) implements DoctorState {}

    /// What was found; cut short if somebody has cancelled.
    record Done(Examination found) implements DoctorState {}

    /// It couldn't look, and why.
    record Refused(List<Problem> problems) implements DoctorState {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
