package org.athanor.engine.problem;

import java.util.List;
import java.util.stream.Collectors;

/// Thrown when something was asked that can't or mustn't be done; nothing has been changed.
/// It carries problems, not a sentence: whoever shows them chooses how.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("A refusal needs a reason");
        }
        this.problems = List.copyOf(problems);
    }

    public Refusal(Problem problem) {
        this(List.of(problem));
    }

    public Refusal(ProblemKind kind, String message, String hint) {
        this(Problem.of(kind, message, hint));
    }

    public List<Problem> problems() {
        return problems;
    }

    /// The first problem, which names the kind of the whole refusal.
    public Problem problem() {
        return problems.getFirst();
    }
}
