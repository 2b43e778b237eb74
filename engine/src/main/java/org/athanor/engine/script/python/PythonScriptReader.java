package org.athanor.engine.script.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Conversation;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Performance;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;
import org.athanor.engine.script.python.evaluation.Interpreter;
import org.athanor.engine.script.python.evaluation.ModuleScope;
import org.athanor.engine.script.python.evaluation.Surroundings.Limits;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.tree.Parameters.Kind;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.vocabulary.Vocabulary;

/// Reads what an Alembic revision does: its file is parsed and evaluated here, never run by Python.
public final class PythonScriptReader implements ScriptReader {
    private final Around around;
    private final CallerArguments given;
    private Optional<Parsed> last = Optional.empty();

    /// What evaluations find around a file: folders below which files may be read and modules are looked for, the time, and
    /// where random numbers come from.
    public record Around(List<Path> folders, InstantSource clock, RandomGenerator random) {
        public Around {
            folders = List.copyOf(folders);
        }
    }

    /// A parsed file; upgrade and downgrade are often asked for one after the other.
    private record Parsed(Path path, String text, PythonFile file) {}

    public PythonScriptReader(Around around, CallerArguments given) {
        this.around = around;
        this.given = given;
    }

    @Override
    public Reading read(Revision revision, Direction direction, Occasion occasion) {
        try {
            var file = parse(revision.path());
            return evaluate(file, revision, direction, occasion);
        } catch (PythonSyntaxException e) {
            return unreadable(occasion, revision, e.line(), e.reason(),
                    "Mend the line; nothing of the file can be read before.");
        } catch (RuntimeException e) {
            // Whatever a foreign file holds, it is the one step that can't be read, and not the end of all others.
            return doubtful(occasion, revision, new Script.Unreadable(stumbled(revision, e)));
        } catch (IOException e) {
            return unreadable(occasion, revision, 0, "The file can't be read: " + e.getMessage(),
                    "Is it still there, and may you read it?");
        }
    }

    private synchronized PythonFile parse(Path path) throws IOException, PythonSyntaxException {
        var text = Files.readString(path);
        if (last.isPresent() && last.get().path().equals(path) && last.get().text().equals(text)) {
            return last.get().file();
        }
        var file = PythonParser.parse(text);
        last = Optional.of(new Parsed(path, text, file));
        return file;
    }

    private Reading evaluate(PythonFile file, Revision revision, Direction direction, Occasion occasion) {
        var vocabulary = new Vocabulary(options(occasion));
        var looked = new AtomicBoolean();
        var rendering = new Rendering(revision, occasion.at(occasion.before().telling(() -> looked.set(true))));
        var outside = new Outside(around, revision.path());
        Optional<Problem> obstacle = Optional.empty();
        Performance performance = conversation -> perform(file, revision, direction, occasion, conversation);
        boolean asks = false;
        try {
            var scope = Interpreter.module(file, outside.surroundings(vocabulary, Limits.USUAL));
            var missing = missing(scope, revision, direction);
            if (missing.isPresent()) {
                return doubtful(occasion, revision, new Script.Unreadable(missing.get()));
            }
            scope.call(direction.code(), Arguments.of());
        } catch (PythonFault fault) {
            obstacle = Optional.of(Faults.problem(fault, revision, direction));
            asks = fault.kind() == PythonFault.Kind.LIVE;
        }
        rendering.add(vocabulary.operations());
        if (obstacle.isEmpty() && looked.get() && isBehindLiveStep(occasion)) {
            return rendering.performed(Problem.at(revision.path(), 0, ProblemKind.LIVE,
                    "%s depends on what the steps before it leave, which is known when they have run"
                            .formatted(revision),
                    "Its statements are known when it runs."), performance);
        }
        return rendering.reading(obstacle, asks ? Optional.of(performance) : Optional.empty(),
                outside.isUntouched());
    }

    /// Where a database is at hand, only a step before it can have left a schema of which nothing is known.
    private static boolean isBehindLiveStep(Occasion occasion) {
        return occasion.mode() == Occasion.Mode.ONLINE && occasion.before().startsInDoubt();
    }

    private Vocabulary.Options options(Occasion occasion) {
        return new Vocabulary.Options(occasion.dialect().product().code(), occasion.mode() == Occasion.Mode.OFFLINE,
                given.x(), given.tag());
    }

    /// Evaluates the file from its start, with a database that answers.
    private Optional<Problem> perform(PythonFile file, Revision revision, Direction direction, Occasion occasion,
            Conversation conversation) {
        var live = new LiveStatements(new Rendering(revision, occasion), occasion.dialect(), conversation);
        var vocabulary = new Vocabulary(options(occasion), Optional.of(live));
        try {
            var surroundings = new Outside(around, revision.path()).surroundings(vocabulary, Limits.OF_ROWS);
            Interpreter.module(file, surroundings).call(direction.code(), Arguments.of());
            live.refuseIfBroken();
            return Optional.empty();
        } catch (PythonFault fault) {
            live.refuseIfBroken();
            return Optional.of(live.isOfDatabase(fault)
                    ? Faults.ofDatabase(fault, revision)
                    : Faults.performing(fault, revision, direction));
        } catch (RuntimeException e) {
            live.refuseIfBroken();
            return Optional.of(stumbled(revision, e));
        }
    }

    /// Why the file has no function to call.
    private static Optional<Problem> missing(ModuleScope scope, Revision revision, Direction direction) {
        var parameters = scope.parameters(direction.code());
        if (parameters.isEmpty()) {
            return Optional.of(Problem.at(revision.path(), 0,
                    direction == Direction.DOWNGRADE ? ProblemKind.NO_DOWNGRADE : ProblemKind.BAD_SCRIPT,
                    "%s has no function %s()".formatted(revision, direction.code()),
                    "Write `def %s():`, with `pass` if there is nothing to do.".formatted(direction.code())));
        }
        return parameters.get().stream()
                .filter(p -> p.fallback().isEmpty() && p.kind() != Kind.REST && p.kind() != Kind.NAMED_REST).findFirst()
                .map(p -> Problem.at(revision.path(), 0, ProblemKind.NOT_SUPPORTED,
                        "%s() takes '%s', which env.py would give".formatted(direction.code(), p.name()),
                        "env.py isn't run here: projects for several databases at once can't be run with Athanor."));
    }

    private static Reading unreadable(Occasion occasion, Revision revision, int line, String message, String hint) {
        return doubtful(occasion, revision,
                new Script.Unreadable(Problem.at(revision.path(), line, ProblemKind.BAD_SCRIPT, message, hint)));
    }

    private static Problem stumbled(Revision revision, RuntimeException e) {
        return Problem.at(revision.path(), 0, ProblemKind.BAD_SCRIPT, "Athanor stumbled over this file: " + e,
                "That is a fault of Athanor. Run this step with Alembic, and report the file.");
    }

    static Reading doubtful(Occasion occasion, Revision revision, Script script) {
        return new Reading(script, Evolution.doubtful(occasion.dialect().grammar(),
                "what %s does isn't known".formatted(revision)), false);
    }
}
