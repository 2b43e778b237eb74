package org.athanor.engine.differential;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Every difference on purpose, each with its line in `docs/alembic-differences.md`. The first that fits counts.
enum KnownDifference {
    CONTRADICTING_ROWS("Rows of which one comes before the other",
            d -> d.rowsContradict() && (d.oursSays("The version table holds both")
                    || d.verb() == Case.Verb.STAMP && d.oursStampedWhatWasNamed())),

    STEPS_BELOW_BASE("`base-1`, `label@base-1`",
            d -> d.relative().flatMap(r -> r.from()).filter("base"::equals).isPresent()
                    && d.relative().filter(r -> r.steps() <= 0).isPresent() && d.oursSays("leads below base")),

    COUNTED_FROM_SEVERAL_ROWS("`downgrade -1` from several rows",
            d -> d.verb() == Case.Verb.DOWNGRADE && d.target().matches("-\\d+") && d.question().rows().size() > 1
                    && d.oursSays("It is not clear where to count from")),

    UNKNOWN_BRANCH_GOING_DOWN("A branch that isn't there, going down to `label@base` or `label@head`",
            d -> d.verb() == Case.Verb.DOWNGRADE && d.branch().filter(d::isUnknown).isPresent() && d.oursRefuses()),

    TAKES_DOWN_ANOTHER_BRANCH("`label@…`, going down, where another branch stands on the same revisions",
            d -> d.verb() == Case.Verb.DOWNGRADE && d.oursSays("would also take back")
                    && d.alembicLeavesTheBranch()),

    BESIDE_THE_BRANCH("`label@abc`, going down, where abc is not on that branch",
            d -> d.verb() == Case.Verb.DOWNGRADE && d.oursSays("is not on branch")
                    && !d.oursSays("would also take back") && d.alembic() instanceof Answer.Steps),

    HEAD_NEEDS_THE_OTHERS("`head`, where several lines end but only one of the ends is not needed by another revision",
            d -> d.alembicSays("Multiple head") && !d.oursRefuses() && d.headNeedsTheOthers()),

    HEAD_OF_A_BRANCH_GOING_DOWN("`label@head` and `label@heads`, going down",
            d -> d.verb() == Case.Verb.DOWNGRADE && !(d.alembic() instanceof Answer.Died) && d.branch().isPresent()
                    && d.named().filter(n -> n.name().equals("head") || n.name().equals("heads")).isPresent()),

    HEADS_THAT_NEED_EACH_OTHER("`label@heads`, where one of the heads needs another",
            d -> d.named().filter(n -> n.branch().isPresent() && n.name().equals("heads")).isPresent()
                    && d.alembicSays("overlaps with other requested revisions") && !d.rowsContradict()),

    SEVERAL_NAMES_OF_ONE("A beginning that fits an id and a label of the same revision",
            d -> d.alembicSays("Can't locate") && !d.oursRefuses() && d.beginsSeveralNamesOfOneRevision()),

    IMPLIED_ROWS("Going down from a revision that names an ancestor of another of its parents or dependencies",
            d -> d.verb() == Case.Verb.DOWNGRADE && d.sameButForImpliedRows()),

    STAMPED_WITH_ITS_ANCESTOR("Stamping two revisions of which one comes before the other",
            d -> d.verb() == Case.Verb.STAMP && d.oursSays("can't both be rows")
                    && d.alembic() instanceof Answer.Steps),

    STAMPED_BY_STEPS("`stamp -1`", d -> d.verb() == Case.Verb.STAMP && d.target().matches("([^@]+@)?-\\d+")
            && d.oursSays("counts steps")),

    STAMPED_SEVERAL("Stamping `heads`, `label@abc` or several revisions, while a row stands on another line",
            d -> d.verb() == Case.Verb.STAMP && d.alembic() instanceof Answer.Steps && d.oursStampedWhatWasNamed()
                    && d.severalAreStamped()),

    BEGINNING_ON_A_BRANCH("`label@abc`, stamping or going down, where only the branch makes the beginning clear",
            d -> d.verb() != Case.Verb.UPGRADE && d.named().flatMap(n -> n.branch()).isPresent()
                    && d.alembicSays("Can't locate") && d.isUnknown(d.named().orElseThrow().name())
                    && !d.isUnknown(d.branch().orElseThrow())),

    MERGE_OF_AN_ANCESTOR("Upgrade through a merge that lists an ancestor of its other parent",
            d -> d.verb() == Case.Verb.UPGRADE && d.alembicDies("KeyError") && d.ours() instanceof Answer.Steps),

    COUNTED_FROM_A_DEPENDENCY("`label@-1`, where no row but only dependencies put the database on the branch",
            d -> d.verb() == Case.Verb.DOWNGRADE
                    && d.relative().filter(r -> r.branch().isPresent() && r.from().isEmpty()).isPresent()
                    && d.noRowIsOnTheBranch()),

    COUNT_THAT_FAILS("More steps than there are (`a-9`, `label@-9`)",
            d -> d.verb() != Case.Verb.STAMP && d.alembicDies("AssertionError") && d.relative().isPresent()
                    && d.oursRefuses()),

    STAMP_THAT_FAILS("Stamping several revisions below the rows",
            d -> d.verb() == Case.Verb.STAMP && d.alembic() instanceof Answer.Died
                    && (d.oursRefuses() || d.oursStampedWhatWasNamed()));

    private final String title;
    /// A lambda that holds nothing, which the checker can't see.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Difference> rule;

    KnownDifference(String title, Predicate<Difference> rule) {
        this.title = title;
        this.rule = rule;
    }

    String title() {
        return title;
    }

    /// The first kind that fits one of the targets.
    static Optional<KnownDifference> of(List<Difference> byTarget) {
        return Arrays.stream(values()).filter(known -> byTarget.stream().anyMatch(known.rule)).findFirst();
    }
}
