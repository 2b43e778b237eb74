package org.athanor.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.NullMarked;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;

/// The rules that the program's packages keep, for any root package: so that the same rules can be seen to fail on
/// classes that break them on purpose.
final class AppRules {
    /// Every package, and which others it may use. A new package needs a line here.
    private static final Map<String, Set<String>> ARROWS = arrows();

    private final String root;

    AppRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("packages form no cycle", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("arrows point one way", arrowsPointOneWay());
        rules.put("every package has its arrows", everyPackageHasItsArrows());
        rules.put("only the window knows JavaFX", onlyTheWindowKnowsJavaFx());
        rules.put("only the edges print", onlyTheEdgesPrint());
        rules.put("every package is null-marked", everyPackageIsNullMarked());
        return rules;
    }

    private static Map<String, Set<String>> arrows() {
        var arrows = new LinkedHashMap<String, Set<String>>();
        arrows.put("text", Set.of());
        arrows.put("files", Set.of());
        arrows.put("secret", Set.of("files"));
        arrows.put("profile", Set.of("files", "secret"));
        arrows.put("connection", Set.of("files", "secret", "profile"));
        arrows.put("workspace", Set.of("connection", "export", "profile", "secret"));
        arrows.put("export", Set.of());
        arrows.put("ui", Set.of("connection", "export", "files", "profile", "secret", "text", "workspace"));
        arrows.put("cli", Set.of("connection", "export", "files", "profile", "secret", "ui"));
        arrows.put("manual", Set.of("cli"));
        return arrows;
    }

    private ArchRule arrowsPointOneWay() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (var name : ARROWS.keySet()) {
            layers = layers.layer(name).definedBy(root + "." + name + "..");
        }
        for (var arrow : ARROWS.entrySet()) {
            var used = arrow.getValue().toArray(new String[0]);
            layers = used.length == 0
                    ? layers.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(arrow.getKey()).mayOnlyAccessLayers(used);
        }
        return layers;
    }

    private ArchRule everyPackageHasItsArrows() {
        var known = ARROWS.keySet().stream().map(name -> root + "." + name + "..").toList();
        return classes().that().resideInAPackage(root + ".*..").should()
                .resideInAnyPackage(known.toArray(new String[0]))
                .as("Every package should have a line in AppRules.arrows()");
    }

    private ArchRule onlyTheWindowKnowsJavaFx() {
        return noClasses().that().resideOutsideOfPackage(root + ".ui..").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..");
    }

    private ArchRule onlyTheEdgesPrint() {
        return noClasses().that().doNotHaveFullyQualifiedName(root + ".Main").and()
                .doNotHaveFullyQualifiedName(root + ".ui.Studio")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    }

    private static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class)).orElse(false);
                events.add(new SimpleConditionEvent(type, marked,
                        "%s is in %s".formatted(type.getName(), type.getPackageName())));
            }
        });
    }
}
