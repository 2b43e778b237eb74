package org.athanor.engine.script.python;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.Conversation;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.LookAhead;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.python.Evaluations.Answer;
import org.athanor.engine.script.python.Evaluations.Question;
import org.athanor.engine.script.python.Evaluations.Source;
import org.athanor.engine.script.python.PythonScriptReader.Around;
import org.athanor.engine.script.python.evaluation.Interpreter;
import org.athanor.engine.script.python.evaluation.ModuleScope;
import org.athanor.engine.script.python.evaluation.Surroundings.Limits;
import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSource;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.tree.Parameters.Kind;
import org.athanor.engine.script.python.tree.PythonFile;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.vocabulary.Vocabulary;

/// Finds out what revisions do, whatever the schema before them is. Files may be parsed on several threads at once; one is
/// evaluated at a time, on whichever thread.
final class Evaluations implements LookAhead.Work<Question, Source, Answer> {
    private final Around around;
    private final CallerArguments given;
    private volatile Optional<Parsed> last = Optional.empty();

    /// What is asked: all that the answer hangs on but the file itself.
    record Question(Revision revision, Direction direction, Product product, Occasion.Mode mode) {
        static Question of(Revision revision, Direction direction, Occasion occasion) {
            return new Question(revision, direction, occasion.dialect().product(), occasion.mode());
        }
    }

    /// What a revision does, as far as it could be told.
    sealed interface Answer {
        /// Its operations up to the end, or up to the obstacle; `asks` if that is a question to the database. It is
        /// self-contained if it looked at no other file, no clock and no chance.
        record Recorded(List<Placed> operations, Optional<Problem> obstacle, boolean asks,
                boolean isSelfContained) implements Answer {
            public Recorded {
                operations = List.copyOf(operations);
            }
        }

        /// Nothing of it can be told.
        record Unreadable(Problem problem) implements Answer {}
    }

    /// The file of a revision, as far as it can be read.
    sealed interface Source {
        record Sound(PythonFile file) implements Source {}

        record Broken(Problem problem) implements Source {}
    }

    /// A parsed file; upgrade and downgrade are often asked for one after the other.
    private record Parsed(Path path, String text, PythonFile file) {}

    Evaluations(Around around, CallerArguments given) {
        this.around = around;
        this.given = given;
    }

    @Override
    public Source preparation(Question question) {
        var path = question.revision().path();
        try {
            return new Source.Sound(parse(path));
        } catch (PythonSyntaxException e) {
            return new Source.Broken(Problem.at(path, e.line(), ProblemKind.BAD_SCRIPT, e.reason(),
                    "Mend the line; nothing of the file can be read before."));
        } catch (IOException e) {
            return new Source.Broken(
                    Problem.at(path, 0, ProblemKind.BAD_SCRIPT, "The file can't be read: " + e.getMessage(),
                            "Is it still there, and may you read it?"));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return new Source.Broken(stumbled(path, e));
        }
    }

    private PythonFile parse(Path path) throws IOException, PythonSyntaxException {
        var text = PythonSource.read(path);
        var before = last;
        if (before.isPresent() && before.get().path().equals(path) && before.get().text().equals(text)) {
            return before.get().file();
        }
        var file = PythonParser.parse(text);
        last = Optional.of(new Parsed(path, text, file));
        return file;
    }

    @Override
    public synchronized Answer answer(Question question, Source source) {
        return switch (source) {
            case Source.Broken(var problem) -> new Answer.Unreadable(problem);
            case Source.Sound(var file) -> {
                try {
                    yield evaluate(file, question);
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    yield new Answer.Unreadable(stumbled(question.revision().path(), e));
                }
            }
        };
    }

    /// Whatever a foreign file holds, it is the one step that can't be read, and not the end of all others.
    static Problem stumbled(Path path, Throwable e) {
        if (e instanceof VirtualMachineError) {
            return Problem.at(path, 0, ProblemKind.BAD_SCRIPT,
                    "What the file says is too large, or nested too deeply, to be put in SQL",
                    "Say it in smaller parts.");
        }
        return Problem.at(path, 0, ProblemKind.BAD_SCRIPT, "Athanor stumbled over this file: " + e,
                "That is a fault of Athanor. Run this step with Alembic, and report the file.");
    }

    private Answer evaluate(PythonFile file, Question question) {
        var vocabulary = new Vocabulary(options(question));
        var outside = new Outside(around, question.revision().path());
        Optional<Problem> obstacle = Optional.empty();
        boolean asks = false;
        try {
            var scope = Interpreter.module(file, outside.surroundings(vocabulary, Limits.USUAL));
            var missing = missing(scope, question.revision(), question.direction());
            if (missing.isPresent()) {
                return new Answer.Unreadable(missing.get());
            }
            scope.call(question.direction().code(), Arguments.of());
        } catch (PythonFault fault) {
            var problem = Faults.problem(fault, question.revision(), question.direction());
            if (fault.kind() == PythonFault.Kind.EXHAUSTED) {
                // What it said until then is as endless as the rest: nobody puts that in SQL.
                return new Answer.Unreadable(problem);
            }
            obstacle = Optional.of(problem);
            asks = fault.kind() == PythonFault.Kind.LIVE;
        }
        return new Answer.Recorded(vocabulary.operations(), obstacle, asks, outside.isUntouched());
    }

    private Vocabulary.Options options(Question question) {
        return new Vocabulary.Options(question.product().code(), question.mode() == Occasion.Mode.OFFLINE, given.x(),
                given.tag());
    }

    /// Evaluates the file from its start, with a database that answers.
    Optional<Problem> perform(Question question, Occasion occasion, Conversation conversation) {
        return switch (preparation(question)) {
            case Source.Broken(var problem) -> Optional.of(problem);
            case Source.Sound(var file) -> perform(file, question, occasion, conversation);
        };
    }

    private Optional<Problem> perform(PythonFile file, Question question, Occasion occasion,
            Conversation conversation) {
        var revision = question.revision();
        var live = new LiveStatements(new Rendering(revision, occasion), occasion.dialect(), conversation);
        var vocabulary = new Vocabulary(options(question), Optional.of(live));
        try {
            var surroundings = new Outside(around, revision.path()).surroundings(vocabulary, Limits.OF_ROWS);
            Interpreter.module(file, surroundings).call(question.direction().code(), Arguments.of());
            live.refuseIfBroken();
            return Optional.empty();
        } catch (PythonFault fault) {
            live.refuseIfBroken();
            return Optional.of(live.isOfDatabase(fault)
                    ? Faults.ofDatabase(fault, revision)
                    : Faults.performing(fault, revision, question.direction()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            live.refuseIfBroken();
            return Optional.of(stumbled(revision.path(), e));
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
        for (var parameter : parameters.get()) {
            if (parameter.fallback().isEmpty() && parameter.kind() != Kind.REST
                    && parameter.kind() != Kind.NAMED_REST) {
                return Optional.of(Problem.at(revision.path(), 0, ProblemKind.NOT_SUPPORTED,
                        "%s() takes '%s', which env.py would give".formatted(direction.code(), parameter.name()),
                        "env.py isn't run here: projects for several databases at once can't be run with Athanor."));
            }
        }
        return Optional.empty();
    }
}
