package org.athanor.engine.script.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.Occasion;
import org.athanor.engine.script.Performance;
import org.athanor.engine.script.Reading;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;

/// The statements of recorded operations, each at the schema that those before it leave.
final class Rendering {
    private final Revision revision;
    private final Occasion occasion;
    private final StatementScanner scanner;
    private final List<Statement> statements = new ArrayList<>();
    private Evolution schema;
    private Optional<Problem> refused = Optional.empty();

    Rendering(Revision revision, Occasion occasion) {
        this.revision = revision;
        this.occasion = occasion;
        this.scanner = new StatementScanner(occasion.dialect().syntax());
        this.schema = occasion.before();
    }

    /// Adds operations, up to the first that the product can't do.
    void add(List<Placed> operations) {
        for (var placed : operations) {
            try {
                statements.addAll(statements(placed, schema));
                schema = schema.after(placed.operation());
            } catch (Unsupported e) {
                refused = Optional
                        .of(Problem.at(revision.path(), e.line().orElse(placed.line()), ProblemKind.NOT_SUPPORTED,
                                e.message(), e.hint()));
                return;
            }
        }
    }

    /// The statements of one operation at a schema.
    List<Statement> statements(Placed placed, Evolution before) throws Unsupported {
        var said = new ArrayList<Statement>();
        if (occasion.mode() == Occasion.Mode.ONLINE) {
            occasion.dialect().checkRuns(placed.operation());
        }
        for (var statement : occasion.dialect().statements(placed.operation(), before)) {
            if (statement.flaw().isPresent()) {
                throw new Unsupported("The statement " + statement.flaw().get(), "No database takes it: leave it out");
            }
            said.addAll(placed.operation() instanceof Operation.Execute
                    ? raw(statement.at(placed.line()))
                    : List.of(statement.at(placed.line())));
        }
        return said;
    }

    /// Raw SQL may hold several statements. Those that an empty line sets apart are statements of their own here, as they
    /// are in a script that Alembic prints.
    private List<Statement> raw(Statement statement) {
        return statement.text().contains(";\n\n")
                ? scanner.paragraphs(statement).stream().map(this::inItsPlace).toList()
                : List.of(inItsPlace(statement));
    }

    /// What raw SQL can't do inside a transaction runs outside of it; so does a COMMIT, which ends what went before.
    private Statement inItsPlace(Statement statement) {
        if (!statement.transactional()) {
            return statement;
        }
        var words = scanner.leadingWords(statement.text(), 6);
        boolean commits = !words.isEmpty() && words.getFirst().equals("COMMIT");
        return commits || !occasion.dialect().runsInTransaction(words) ? statement.outsideTransaction() : statement;
    }

    /// A script that is performed because the schema isn't known before.
    Reading performed(Problem reason, Performance performance) {
        return PythonScriptReader.doubtful(occasion, revision, new Script.Live(reason, List.of(), performance));
    }

    /// What is known, and what stood in the way of the rest; how it is performed, if only the database stood in the way.
    Reading reading(Optional<Problem> fault, Optional<Performance> performance, boolean isSelfContained) {
        if (refused.isPresent()) {
            return PythonScriptReader.doubtful(occasion, revision, new Script.Unreadable(refused.get()));
        }
        if (fault.isEmpty()) {
            return new Reading(new Script.Static(statements), schema, isSelfContained);
        }
        return PythonScriptReader.doubtful(occasion, revision, performance
                .<Script>map(p -> new Script.Live(fault.get(), statements, p))
                .orElseGet(() -> new Script.Unreadable(fault.get())));
    }
}
