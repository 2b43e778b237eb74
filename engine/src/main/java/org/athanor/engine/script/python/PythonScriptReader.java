package org.athanor.engine.script.python;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.LookAhead;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Performance;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;
import org.athanor.engine.script.python.Evaluations.Answer;
import org.athanor.engine.script.python.Evaluations.Question;
import org.athanor.engine.script.python.Evaluations.Source;

/// Reads what an Alembic revision does: its file is parsed and evaluated here, never run by Python. What will be asked for
/// is evaluated ahead on another thread, while the operations of the steps before become SQL.
public final class PythonScriptReader implements ScriptReader {
    private final Evaluations evaluations;
    private final LookAhead<Question, Source, Answer> answers;

    /// What evaluations find around a file: folders below which files may be read and modules are looked for, the time, and
    /// where random numbers come from. They are asked on several threads, one at a time.
    public record Around(List<Path> folders, InstantSource clock, RandomGenerator random) {
        public Around {
            folders = List.copyOf(folders);
        }
    }

    public PythonScriptReader(Around around, CallerArguments given) {
        this.evaluations = new Evaluations(around, given);
        this.answers = new LookAhead<>(evaluations, ForkJoinPool.commonPool());
    }

    @Override
    public void expect(List<Revision> route, Direction direction, Occasion start) {
        answers.expect(route.stream().map(revision -> Question.of(revision, direction, start)).iterator());
    }

    @Override
    public Reading read(Revision revision, Direction direction, Occasion occasion) {
        var question = Question.of(revision, direction, occasion);
        return switch (answers.answer(question)) {
            case Answer.Unreadable(var problem) -> doubtful(occasion, revision, new Script.Unreadable(problem));
            case Answer.Recorded recorded -> rendered(recorded, question, occasion);
        };
    }

    private Reading rendered(Answer.Recorded recorded, Question question, Occasion occasion) {
        var revision = question.revision();
        try {
            var looked = new AtomicBoolean();
            var rendering = new Rendering(revision, occasion.at(occasion.before().telling(() -> looked.set(true))));
            rendering.add(recorded.operations());
            Performance performance = conversation -> evaluations.perform(question, occasion, conversation);
            if (recorded.obstacle().isEmpty() && looked.get() && isBehindLiveStep(occasion)) {
                return rendering.performed(Problem.at(revision.path(), 0, ProblemKind.LIVE,
                        "%s depends on what the steps before it leave, which is known when they have run"
                                .formatted(revision),
                        "Its statements are known when it runs."), performance);
            }
            return rendering.reading(recorded.obstacle(),
                    recorded.asks() ? Optional.of(performance) : Optional.empty(), recorded.isSelfContained());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return doubtful(occasion, revision, new Script.Unreadable(Evaluations.stumbled(revision.path(), e)));
        }
    }

    /// Where a database is at hand, only a step before it can have left a schema of which nothing is known.
    private static boolean isBehindLiveStep(Occasion occasion) {
        return occasion.mode() == Occasion.Mode.ONLINE && occasion.before().startsInDoubt();
    }

    static Reading doubtful(Occasion occasion, Revision revision, Script script) {
        return new Reading(script, Evolution.doubtful(occasion.dialect().grammar(),
                "what %s does isn't known".formatted(revision)), false);
    }
}
