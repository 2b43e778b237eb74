package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;

class EngineArchitectureTest {
    private static final String ENGINE = "org.athanor.engine";
    private static final String FIXTURE = "org.athanor.fixture.engine";
    private static final JavaClasses ENGINE_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ENGINE);
    private static final JavaClasses FIXTURE_CLASSES = new ClassFileImporter().importPackages(FIXTURE);

    static Set<String> rules() {
        return new EngineRules(ENGINE).all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_engine_keeps(String rule) {
        evaluate(ENGINE, ENGINE_CLASSES, rule).getFailureReport().getDetails()
                .forEach(detail -> assertThat(detail).as(rule).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_breaks(String rule) {
        assertThat(evaluate(FIXTURE, FIXTURE_CLASSES, rule).hasViolation()).as(rule).isTrue();
    }

    @Test
    void all_of_the_engine_is_looked_at() {
        assertThat(ENGINE_CLASSES.contain(Athanor.class)).isTrue();
        assertThat(ENGINE_CLASSES.contain(Samples.class)).isFalse();
        assertThat(FIXTURE_CLASSES).isNotEmpty();
    }

    @Test
    void the_violation_of_an_arrow_is_the_planted_one() {
        assertThat(evaluate(FIXTURE, FIXTURE_CLASSES, "arrows point one way").getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("fixture.engine.graph.GraphThatAsksADatabase",
                        "fixture.engine.database.DatabaseThatKnowsTheGraph"));
    }

    private static EvaluationResult evaluate(String root, JavaClasses classes, String rule) {
        var rules = new EngineRules(root).all();
        return rules.entrySet().stream().filter(entry -> entry.getKey().equals(rule)).findFirst().orElseThrow()
                .getValue().allowEmptyShould(true).evaluate(classes);
    }
}
