package org.athanor.engine.graph;

import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// What a person typed to say where to go, taken apart but not yet looked up.
public sealed interface Target {
    String HEAD = "head";
    String HEADS = "heads";
    String BASE = "base";
    /// Where the database stands; only what looks at revisions knows the word.
    String CURRENT = "current";

    Optional<String> branch();

    /// A name: an id or its beginning, a label, `head`, `heads` or `base`; perhaps on a branch (`billing@head`).
    record Named(Optional<String> branch, String name) implements Target {
        @Override
        public String toString() {
            return branch.map(b -> b + "@").orElse("") + name;
        }
    }

    /// Steps up (positive) or down from a name, or from where the database stands.
    record Relative(Optional<String> branch, Optional<String> from, int steps) implements Target {
        @Override
        public String toString() {
            return branch.map(b -> b + "@").orElse("") + from.orElse("") + (steps < 0 ? "" : "+") + steps;
        }
    }

    Pattern RELATIVE = Pattern.compile("(?:([^@]+)@)?([^@+:-]+)?([+-]\\d+)");

    static Target parse(String text) {
        var relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            return new Relative(Optional.ofNullable(relative.group(1)), Optional.ofNullable(relative.group(2)),
                    steps(text, relative.group(3)));
        }
        if (text.contains(":")) {
            throw new Refusal(ProblemKind.BAD_TARGET,
                    "'%s' is a range, and one revision is wanted here".formatted(text),
                    "Name one revision. Ranges (from:to) are for history, plan and --sql.");
        }
        int at = text.indexOf('@');
        var branch = at < 0 ? Optional.<String>empty() : Optional.of(text.substring(0, at));
        var name = text.substring(at + 1);
        if (text.isBlank() || branch.filter(String::isBlank).isPresent() || name.contains("@")) {
            throw new Refusal(ProblemKind.BAD_TARGET, "'%s' names no revision".formatted(text),
                    "Write an id or its beginning, a branch label, head, heads, base, label@head, +1 or -1.");
        }
        return new Named(branch, name.isEmpty() ? BASE : name);
    }

    private static int steps(String text, String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new Refusal(ProblemKind.BAD_TARGET, "'%s' counts more steps than there can be".formatted(text),
                    "Use a smaller number.");
        }
    }
}
