package org.athanor.engine.script.python;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.python.value.PythonFault;

/// What a fault of an evaluation means to a person.
final class Faults {
    private Faults() {}

    static Problem problem(PythonFault fault, Revision revision, Direction direction) {
        return switch (fault.kind()) {
            case RAISED -> raised(fault, revision, direction);
            case UNREADABLE -> at(fault, revision, ProblemKind.NOT_SUPPORTED, fault.reason(),
                    "Athanor reads this file and does not run Python. Run this step with Alembic, then go on here; or "
                            + "stamp the revision if its work is done.");
            case LIVE -> at(fault, revision, ProblemKind.LIVE, fault.reason(),
                    "What the step does depends on the answer: its statements are known when it runs.");
            case EXHAUSTED -> at(fault, revision, ProblemKind.NOT_SUPPORTED, fault.reason(),
                    "A revision may not take more than that.");
        };
    }

    /// The same while the database is there to be asked.
    static Problem performing(PythonFault fault, Revision revision, Direction direction) {
        return fault.kind() == PythonFault.Kind.LIVE
                ? at(fault, revision, ProblemKind.NOT_SUPPORTED, fault.reason() + ", which isn't done here",
                        "Run this step with Alembic, then go on here; or stamp the revision if its work is done.")
                : problem(fault, revision, direction);
    }

    /// A statement that the database refused, and that the file didn't expect to be refused.
    static Problem ofDatabase(PythonFault fault, Revision revision) {
        return at(fault, revision, ProblemKind.STATEMENT_FAILED, fault.reason(), "");
    }

    private static Problem raised(PythonFault fault, Revision revision, Direction direction) {
        var what = fault.reason().isEmpty() ? fault.type() : fault.type() + ": " + fault.reason();
        return direction == Direction.DOWNGRADE && isRefusal(fault)
                ? at(fault, revision, ProblemKind.NO_DOWNGRADE,
                        "%s can't be undone: its downgrade() raises %s".formatted(revision, what),
                        "Its author says so. Restore a backup, or write a downgrade.")
                : at(fault, revision, ProblemKind.BAD_SCRIPT, what, "Mend the line; Python would stop there, too.");
    }

    /// What people raise to say that there is no way back.
    private static boolean isRefusal(PythonFault fault) {
        return fault.type().equals("NotImplementedError") || fault.exception().isPresent();
    }

    private static Problem at(PythonFault fault, Revision revision, ProblemKind kind, String message, String hint) {
        return Problem.at(revision.path(), fault.line(), kind, message, hint);
    }
}
