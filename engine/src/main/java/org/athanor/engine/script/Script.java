package org.athanor.engine.script;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.sql.Statement;

/// What a revision does in one direction on one product, as far as it can be known before the run.
public sealed interface Script {
    /// How much is known of a script before it runs.
    enum Kind {
        STATIC, LIVE, UNREADABLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Every statement, as far as they are known.
    default List<Statement> statements() {
        return switch (this) {
            case Static(var statements, _) -> statements;
            case Live(_, var statements, _) -> statements;
            case Unreadable _ -> List.of();
        };
    }

    /// Why this script can't be run.
    default Optional<Problem> obstacle() {
        return switch (this) {
            case Static _,Live _ -> Optional.empty();
            case Unreadable(var problem) -> Optional.of(problem);
        };
    }

    /// Why not every statement is known.
    default Optional<Problem> doubt() {
        return switch (this) {
            case Static _ -> Optional.empty();
            case Live(var problem, _, _) -> Optional.of(problem);
            case Unreadable(var problem) -> Optional.of(problem);
        };
    }

    /// What the script says about waiting.
    default TimeLimits limits() {
        return switch (this) {
            case Static(_, var limits) -> limits;
            case Live _,Unreadable _ -> TimeLimits.NONE;
        };
    }

    default Kind kind() {
        return switch (this) {
            case Static _ -> Kind.STATIC;
            case Live _ -> Kind.LIVE;
            case Unreadable _ -> Kind.UNREADABLE;
        };
    }

    /// Every statement is known.
    record Static(List<Statement> statements, TimeLimits limits) implements Script {
        public Static {
            statements = List.copyOf(statements);
        }

        public Static(List<Statement> statements) {
            this(statements, TimeLimits.NONE);
        }
    }

    /// The script asks the database and goes on by the answer: `statements` are those before it asks, the problem says what
    /// it asks for. To run it is to perform it from its start.
    record Live(Problem problem, List<Statement> statements, Performance performance) implements Script {
        public Live {
            statements = List.copyOf(statements);
        }
    }

    /// The script does something that isn't read here, or isn't there at all; a plan shows it and refuses to pass it.
    record Unreadable(Problem problem) implements Script {}
}
