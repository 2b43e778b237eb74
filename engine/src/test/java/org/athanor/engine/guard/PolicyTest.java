package org.athanor.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.athanor.engine.Refusals.refused;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.hazard.Extent;
import org.athanor.engine.hazard.Hazard;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.problem.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyTest {
    private static final List<Hazard> HAZARDS = List.of(
            hazard(Kind.LOSES_DATA, Severity.DESTRUCTIVE, "The table t is dropped."),
            hazard(Kind.LONG_LOCK, Severity.WARNING, "Somebody waits."));

    @Test
    void in_production_nothing_is_destroyed_without_a_word() {
        var problem = refused(() -> Policy.of(Environment.PRODUCTION).refuseUnlessConfirmed(HAZARDS, "shop"));

        assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_CONFIRMED);
        assertThat(problem.message()).contains("The table t is dropped.").doesNotContain("Somebody waits");
        assertThat(problem.hint()).contains("--confirm shop").contains("--allow loses-data");
    }

    @Test
    void the_name_of_the_database_or_the_kind_of_hazard_is_such_a_word() {
        var production = Policy.of(Environment.PRODUCTION);

        assertThatCode(() -> production.confirmedBy("shop").refuseUnlessConfirmed(HAZARDS, "shop"))
                .doesNotThrowAnyException();
        assertThatCode(() -> production.allowing(List.of(Kind.LOSES_DATA)).refuseUnlessConfirmed(HAZARDS, "shop"))
                .doesNotThrowAnyException();
        assertThat(refused(() -> production.confirmedBy("Shop").refuseUnlessConfirmed(HAZARDS, "shop")).message())
                .startsWith("'Shop' is not the name of this database, which is shop.");
        assertThat(production.allowing(List.of(Kind.UNKNOWN_EFFECT)).unconfirmed(HAZARDS, "shop")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "DEV", "STAGING"})
    void elsewhere_hazards_are_only_told(Environment environment) {
        assertThatCode(() -> Policy.of(environment).refuseUnlessConfirmed(HAZARDS, "shop")).doesNotThrowAnyException();
    }

    @Test
    void reading_only_stays_so_whatever_is_allowed() {
        var policy = Policy.of(Environment.LOCAL).readOnly().allowing(List.of(Kind.values())).confirmedBy("shop");

        assertThat(refused(() -> policy.refuseIfReadOnly("shop")).kind()).isEqualTo(ProblemKind.READ_ONLY);
    }

    private static Hazard hazard(Kind kind, Severity severity, String message) {
        return new Hazard(kind, severity, Optional.empty(), Optional.empty(), Optional.empty(), Extent.UNKNOWN,
                Optional.empty(), message, "");
    }
}
