package org.athanor.engine.script.sqlfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.LookAhead;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.Script;
import org.athanor.engine.script.ScriptReader;
import org.athanor.engine.script.sqlfile.SqlSections.BadSection;
import org.athanor.engine.script.sqlfile.SqlSections.Section;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.StatementScanner.UnclosedText;
import org.athanor.engine.sql.TransactionWords;

/// Reads the statements of a `.sql` revision for one product.
public final class SqlScriptReader implements ScriptReader {

    private final LookAhead<Question, Cut, Answer> answers = new LookAhead<>(new Ahead(), ForkJoinPool.commonPool());
    /// Who asks for one direction often asks for the other one next.
    private volatile Optional<Answer> last = Optional.empty();

    private record Question(Revision revision, Direction direction, Dialect dialect) {}

    private record Answer(Question question, Cut cut, Script script) {}

    /// A file, cut into its sections if that can be done.
    private sealed interface Cut {
        record Pieces(List<Section> sections) implements Cut {}

        record Bad(Script script) implements Cut {}
    }

    private static final class Ahead implements LookAhead.Work<Question, Cut, Answer> {
        @Override
        public Cut preparation(Question question) {
            return cut(question.revision().path());
        }

        @Override
        public Answer answer(Question question, Cut cut) {
            return new Answer(question, cut, script(question, cut));
        }
    }

    @Override
    public void expect(List<Revision> route, Direction direction, Occasion start) {
        answers.expect(route.stream().map(r -> new Question(r, direction, start.dialect())).iterator());
    }

    @Override
    public Reading read(Revision revision, Direction direction, Occasion occasion) {
        var script = script(new Question(revision, direction, occasion.dialect()));
        var after = occasion.before();
        for (var statement : script.statements()) {
            after = after.after(new Operation.Execute(statement.text()));
        }
        return new Reading(script, after, true);
    }

    private Script script(Question question) {
        var known = last.filter(l -> l.question().revision().equals(question.revision())
                && l.question().direction() != question.direction());
        if (known.isPresent()) {
            return script(question, known.get().cut());
        }
        var answer = answers.answer(question);
        last = Optional.of(answer);
        return answer.script();
    }

    /// What is wrong with the text of a revision, header and both ways; that it has no way back is no fault.
    public static List<Problem> faults(Path file, String text, Dialect dialect) {
        var problems = new ArrayList<Problem>();
        var revision = SqlHeader.read(file, text, problems::add);
        var cut = cut(file, text);
        if (cut instanceof Cut.Bad(var script)) {
            script.doubt().ifPresent(problems::add);
            return problems;
        }
        for (var direction : Direction.values()) {
            revision.flatMap(r -> script(new Question(r, direction, dialect), cut).doubt())
                    .filter(problem -> problem.kind() != ProblemKind.NO_DOWNGRADE).ifPresent(problems::add);
        }
        return problems;
    }

    private static Cut cut(Path file, String text) {
        try {
            return new Cut.Pieces(SqlSections.read(text));
        } catch (BadSection e) {
            return new Cut.Bad(unreadable(file, e.line(), e.reason(),
                    "A section is `-- +upgrade` or `-- +downgrade`, perhaps followed by a dialect."));
        }
    }

    private static Cut cut(Path file) {
        try {
            return cut(file, Files.readString(file));
        } catch (IOException e) {
            return new Cut.Bad(new Script.Unreadable(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE,
                    "The file can't be read: " + e.getMessage(), "Is it still there, and may you read it?")));
        }
    }

    private static Script script(Question question, Cut cut) {
        return switch (cut) {
            case Cut.Bad(var script) -> script;
            case Cut.Pieces(var sections) -> {
                try {
                    yield script(question.revision(), sections, question.direction(), question.dialect());
                } catch (UnclosedText e) {
                    yield unreadable(question.revision().path(), e.line(),
                            "A quote or comment opens here and never closes", "Close it.");
                }
            }
        };
    }

    private static Script script(Revision revision, List<Section> sections, Direction direction, Dialect dialect)
            throws UnclosedText {
        var section = choose(sections, direction, dialect);
        if (section.isEmpty()) {
            return missing(revision, sections, direction, dialect);
        }
        var statements = new ArrayList<Statement>();
        var scanner = new StatementScanner(dialect.syntax());
        for (var part : section.get().parts()) {
            for (var statement : scanner.scan(part.text(), part.firstLine())) {
                var fault = fault(revision.path(), statement, part.transactional(), scanner, dialect);
                if (fault.isPresent()) {
                    return new Script.Unreadable(fault.get());
                }
                statements.add(part.transactional() ? statement : statement.outsideTransaction());
            }
        }
        return new Script.Static(statements, section.get().limits());
    }

    /// The section for this very product, else the one for any.
    private static Optional<Section> choose(List<Section> sections, Direction direction, Dialect dialect) {
        var wanted = Optional.of(dialect.product());
        var matching = sections.stream().filter(s -> s.direction() == direction).toList();
        return matching.stream().filter(s -> s.product().equals(wanted)).findFirst()
                .or(() -> matching.stream().filter(s -> s.product().isEmpty()).findFirst());
    }

    private static Script missing(Revision revision, List<Section> sections, Direction direction, Dialect dialect) {
        var product = dialect.product().code();
        if (direction == Direction.DOWNGRADE && sections.stream().noneMatch(s -> s.direction() == direction)) {
            return new Script.Unreadable(Problem.at(revision.path(), 0, ProblemKind.NO_DOWNGRADE,
                    "%s can't be undone: it has no downgrade section".formatted(revision),
                    "Add a `-- +downgrade` section (an empty one if there is nothing to undo)."));
        }
        return unreadable(revision.path(), 0,
                "%s has no %s section for %s".formatted(revision, direction.code(), product),
                "Add `-- +%s %s`, or a plain `-- +%s` for all.".formatted(direction.code(), product, direction.code()));
    }

    /// What would make a statement end the step's transaction or fail inside it.
    private static Optional<Problem> fault(Path file, Statement statement, boolean transactional,
            StatementScanner scanner, Dialect dialect) {
        if (statement.flaw().isPresent()) {
            return Optional.of(bad(file, statement.line(), "The statement " + statement.flaw().get(),
                    "No database takes it: leave it out."));
        }
        var words = scanner.leadingWords(statement.text(), 6);
        if (words.isEmpty() && statement.text().startsWith("\\")) {
            return Optional
                    .of(bad(file, statement.line(), "'%s' is a psql command, not SQL".formatted(statement.firstLine()),
                            "Write it as SQL, or remove it."));
        }
        if (TransactionWords.areIn(words)) {
            return Optional.of(bad(file, statement.line(),
                    "%s would break the step's transaction".formatted(statement.firstLine()),
                    "Remove it: Athanor begins and commits each step. `-- +transaction off` runs statements outside of one."));
        }
        if (transactional && !dialect.runsInTransaction(words)) {
            return Optional.of(bad(file, statement.line(),
                    "%s can't run inside a transaction"
                            .formatted(String.join(" ", words.subList(0, Math.min(3, words.size())))),
                    "Put `-- +transaction off` on a line before it, and `-- +transaction on` after it."));
        }
        return Optional.empty();
    }

    private static Script unreadable(Path file, int line, String message, String hint) {
        return new Script.Unreadable(bad(file, line, message, hint));
    }

    private static Problem bad(Path file, int line, String message, String hint) {
        return Problem.at(file, line, ProblemKind.BAD_SCRIPT, message, hint);
    }
}
