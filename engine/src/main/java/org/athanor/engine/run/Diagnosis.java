package org.athanor.engine.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.SqlFailure;
import org.athanor.engine.plan.Step;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.run.StepFailure.Remedy;
import org.athanor.engine.sql.Secrets;
import org.athanor.engine.sql.Statement;

/// Says why a statement of a run failed, and what can be done about it: whether the file is to blame, others who were in the
/// way, a time limit, or somebody who ended it.
final class Diagnosis {
    private static final String GIVE_LONGER = "Give it longer with --statement-timeout, the profile's statement_timeout,"
            + " or `-- +statement_timeout` in the revision.";
    private static final String NOBODY_KNOWS = "It ran outside of a transaction: whether it went through can't be known from here.";

    private final Database database;
    private final Watch watch;
    private final TimeSettings times;
    private final Stop stop;
    private Optional<String> lastState = Optional.empty();

    Diagnosis(Database database, Watch watch, TimeSettings times, Stop stop) {
        this.database = database;
        this.watch = watch;
        this.times = times;
        this.stop = stop;
    }

    /// Of a statement that failed after so long. `isWhole` is one of which nothing stays then.
    StepFailure of(Step step, Statement statement, boolean isWhole, SQLException e, Duration age) {
        var remedy = remedy(e, isWhole, statement.transactional());
        var problem = explain(e, age);
        if (remedy == Remedy.LOOK) {
            problem = withHint(problem, NOBODY_KNOWS);
        }
        var named = withHint(problem, "In: " + Secrets.blank(statement.firstLine()));
        boolean ofTheFile = named.kind() == ProblemKind.STATEMENT_FAILED
                || named.kind() == ProblemKind.DATABASE_LOCKED;
        var placed = step.revision().filter(_ -> ofTheFile && statement.line() > 0)
                .map(r -> Problem.at(r.path(), statement.line(), named.kind(), Secrets.blank(named.message()),
                        named.hint()))
                .orElse(named);
        return new StepFailure(step, placed, remedy);
    }

    /// Of what belongs to no statement, such as a commit.
    StepFailure of(Step step, SQLException e, Duration age) {
        return new StepFailure(step, explain(e, age), remedy(e, true, true));
    }

    /// The code of what the database refused last.
    Optional<String> lastState() {
        return lastState;
    }

    private Remedy remedy(SQLException e, boolean canBeginAgain, boolean transactional) {
        lastState = Optional.ofNullable(e.getSQLState());
        if (stop.isRequested() && SqlFailure.isCancelled(e) && !watch.tookTooLong()) {
            return Remedy.CANCELLED;
        }
        if (SqlFailure.isConnectionLost(e)) {
            return transactional || SqlFailure.isEndedByServer(e) ? Remedy.RUN_AGAIN : Remedy.LOOK;
        }
        if (SqlFailure.isInTheWayOfOthers(e)) {
            return canBeginAgain ? Remedy.TRY_AGAIN : Remedy.RUN_AGAIN;
        }
        return SqlFailure.isCancelled(e) ? Remedy.RUN_AGAIN : Remedy.MEND;
    }

    private Problem explain(SQLException e, Duration age) {
        if (watch.tookTooLong()) {
            return Problem.of(ProblemKind.STATEMENT_FAILED, "The statement took longer than it may", GIVE_LONGER);
        }
        if (SqlFailure.isCancelled(e)) {
            return Problem.of(ProblemKind.STATEMENT_FAILED, SqlFailure.message(e), times.limitOver(age)
                    .map(limit -> "Its time limit of %d ms was over. ".formatted(limit.toMillis()) + GIVE_LONGER)
                    .orElse("Somebody cancelled the statement on the server (pg_cancel_backend)."));
        }
        var problem = SqlFailure.explainStatement(e, database.name(), "");
        var blockers = watch.blockers();
        return blockers.isEmpty()
                ? problem
                : withHint(problem, blockers.stream().map(b -> "It waited for " + b)
                        .collect(Collectors.joining("\n  ")));
    }

    private static Problem withHint(Problem problem, String first) {
        var hint = problem.hint().isEmpty() ? first : first + "\n  " + problem.hint();
        return new Problem(problem.kind(), problem.place(), problem.message(), hint);
    }
}
