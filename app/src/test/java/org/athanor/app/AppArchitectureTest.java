package org.athanor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;

class AppArchitectureTest {
    private static final String APP = "org.athanor.app";
    private static final String FIXTURE = "org.athanor.fixture.app";
    private static final JavaClasses APP_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(APP);
    private static final JavaClasses FIXTURE_CLASSES = new ClassFileImporter().importPackages(FIXTURE);

    static Set<String> rules() {
        return new AppRules(APP).all().keySet();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_program_keeps(String rule) {
        assertThat(evaluate(APP, APP_CLASSES, rule).getFailureReport().getDetails()).as(rule).isEmpty();
        assertThat(APP_CLASSES).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_planted_violation_breaks(String rule) {
        assertThat(evaluate(FIXTURE, FIXTURE_CLASSES, rule).hasViolation()).as(rule).isTrue();
    }

    private static EvaluationResult evaluate(String root, JavaClasses classes, String rule) {
        return java.util.Optional.ofNullable(new AppRules(root).all().get(rule)).orElseThrow().allowEmptyShould(true)
                .evaluate(classes);
    }
}
