package org.athanor.engine.differential.operations;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

import org.athanor.engine.differential.operations.OperationsRunTest.Outcome;

/// Every run that ends elsewhere on purpose, each with its line in `docs/alembic-differences.md`. The first that fits
/// counts.
enum ExplainedOutcome {
    KEYS_THAT_NEVER_COUNT_BACKWARDS("`sqlite_autoincrement` of a table that is copied by a batch",
            o -> o.ours().toString().contains("AUTOINCREMENT") && o.revision().name().contains("words for the table")),

    QUOTES_THAT_ARE_ASKED_FOR("Names whose quotes are asked for (`quote=`, `quoted_name`)",
            o -> o.ourFault().filter(fault -> fault.contains("quoted where")).isPresent()),

    LISTENERS_OF_REFLECTION("`reflect_kwargs=` of a batch, such as listeners",
            o -> o.ourFault().filter(fault -> fault.contains("reflect_kwargs")).isPresent()),

    WORDS_OF_AN_UNKNOWN_PRODUCT("An option that belongs to no product, such as `on_delete=`",
            o -> o.theirFault().isEmpty() && o.ourFault().filter(fault -> fault.contains("on_delete")).isPresent());

    private final String title;
    /// A lambda that holds nothing, which the checker can't see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Outcome> rule;

    ExplainedOutcome(String title, Predicate<Outcome> rule) {
        this.title = title;
        this.rule = rule;
    }

    String title() {
        return title;
    }

    static Optional<ExplainedOutcome> of(Outcome outcome) {
        return Arrays.stream(values()).filter(known -> known.rule.test(outcome)).findFirst();
    }
}
