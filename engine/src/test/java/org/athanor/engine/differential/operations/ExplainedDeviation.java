package org.athanor.engine.differential.operations;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/// Every deviation on purpose, each with its line in `docs/alembic-differences.md`. The first that fits counts.
enum ExplainedDeviation {
    VALUES_WITHOUT_A_LITERAL("Values that `--sql` has no words for (documents, values of columns without a type)",
            d -> d.onlyAlembicRefuses() && d.alembicSays("No literal value renderer is available")),

    COPY_ON_POSTGRESQL("`recreate=\"always\"` on PostgreSQL",
            d -> d.onlyAlembicRefuses() && d.alembicSays("batch mode with dialect postgresql requires")),

    VALUES_OF_PYTHON("A column's `onupdate=` or `default=` in `update()` and `insert()` with `--sql`",
            d -> d.alembic().toString().contains("=NULL") && d.ours().toString().contains("age=5")),

    KEYS_THAT_NEVER_COUNT_BACKWARDS("`sqlite_autoincrement` of a table that is copied by a batch",
            d -> d.ours().toString().contains("INTO sqlite_sequence")),

    QUOTES_THAT_ARE_ASKED_FOR("Names whose quotes are asked for (`quote=`, `quoted_name`)",
            d -> d.onlyWeRefuse() && d.weSay("quoted where")),

    LISTENERS_OF_REFLECTION("`reflect_kwargs=` of a batch, such as listeners",
            d -> d.onlyWeRefuse() && d.weSay("reflect_kwargs")),

    CONCURRENTLY_IN_A_TRANSACTION("`postgresql_concurrently=True` without `autocommit_block()`",
            d -> d.sameButForOutside() && d.ours().toString().contains(" CONCURRENTLY ")),

    WORDS_OF_AN_UNKNOWN_PRODUCT("An option that belongs to no product, such as `on_delete=`",
            d -> d.onlyWeRefuse() && d.weSay("on_delete"));

    private final String title;
    /// A lambda that holds nothing, which the checker can't see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Deviation> rule;

    ExplainedDeviation(String title, Predicate<Deviation> rule) {
        this.title = title;
        this.rule = rule;
    }

    String title() {
        return title;
    }

    static Optional<ExplainedDeviation> of(Deviation deviation) {
        return Arrays.stream(values()).filter(known -> known.rule.test(deviation)).findFirst();
    }
}
