package org.athanor.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.NullMarked;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;

/// The rules that the engine's packages keep, for any root package: so that the same rules can be seen to fail on
/// classes that break them on purpose.
public final class EngineRules {
    /// Every package, and which others it may use. A new package needs a line here.
    private static final Map<String, Set<String>> ARROWS = arrows();
    /// The packages that take values and return values, and touch neither files nor databases.
    private static final List<String> PURE = List.of("revision", "sql", "problem", "graph", "type", "expression",
            "schema", "operation", "dialect", "hazard", "guard", "plan");

    private final String root;

    public EngineRules(String root) {
        this.root = root;
    }

    /// All rules, by name.
    public Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("packages form no cycle", packagesFormNoCycle());
        rules.put("arrows point one way", arrowsPointOneWay());
        rules.put("every package has its arrows", everyPackageHasItsArrows());
        rules.put("the middle is pure", theMiddleIsPure());
        rules.put("no window toolkit", noWindowToolkit());
        rules.put("nothing is printed", nothingIsPrinted());
        rules.put("no java.util.logging", noJavaUtilLogging());
        rules.put("every package is null-marked", everyPackageIsNullMarked());
        rules.put("accessors have no get", accessorsHaveNoGet());
        rules.put("names say what a type does", namesSayWhatATypeDoes());
        return rules;
    }

    private static Map<String, Set<String>> arrows() {
        var arrows = new LinkedHashMap<String, Set<String>>();
        arrows.put("revision", Set.of());
        arrows.put("sql", Set.of());
        arrows.put("problem", Set.of());
        arrows.put("graph", Set.of("revision", "problem"));
        arrows.put("type", Set.of());
        arrows.put("expression", Set.of("type"));
        arrows.put("schema", Set.of("type", "expression"));
        arrows.put("operation", Set.of("sql", "type", "expression", "schema"));
        arrows.put("dialect", Set.of("sql", "type", "expression", "schema", "operation"));
        arrows.put("script",
                Set.of("revision", "sql", "problem", "type", "expression", "schema", "operation", "dialect"));
        arrows.put("hazard",
                Set.of("sql", "problem", "type", "schema", "operation", "dialect", "script"));
        arrows.put("guard", Set.of("sql", "problem", "dialect", "hazard"));
        arrows.put("database", Set.of("revision", "sql", "problem", "type", "expression", "schema", "operation",
                "dialect", "hazard", "guard"));
        arrows.put("template", Set.of("problem", "script"));
        arrows.put("cache", Set.of("revision", "sql"));
        arrows.put("compare", Set.of("sql", "problem", "type", "expression", "schema", "operation", "dialect",
                "database"));
        arrows.put("project",
                Set.of("revision", "problem", "graph", "operation", "dialect", "script", "template", "database",
                        "cache", "compare"));
        arrows.put("plan", Set.of("revision", "sql", "problem", "graph", "type", "schema", "operation", "dialect",
                "script", "hazard", "database"));
        arrows.put("run", Set.of("revision", "sql", "problem", "expression", "schema", "dialect", "script", "hazard",
                "guard", "database", "plan"));
        arrows.put("locate",
                Set.of("revision", "sql", "problem", "graph", "type", "schema", "operation", "dialect", "script",
                        "hazard", "database", "compare", "project", "plan", "run"));
        arrows.put("journal",
                Set.of("revision", "sql", "problem", "dialect", "script", "database", "plan", "run"));
        return arrows;
    }

    private ArchRule packagesFormNoCycle() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule arrowsPointOneWay() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (var name : ARROWS.keySet()) {
            layers = layers.layer(name).definedBy(root + "." + name + "..");
        }
        layers = layers.layer("front door").definedBy(root);
        for (var arrow : ARROWS.entrySet()) {
            var used = arrow.getValue().toArray(new String[0]);
            layers = used.length == 0
                    ? layers.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(arrow.getKey()).mayOnlyAccessLayers(used);
        }
        return layers.whereLayer("front door").mayNotBeAccessedByAnyLayer();
    }

    private ArchRule everyPackageHasItsArrows() {
        var known = ARROWS.keySet().stream().map(name -> root + "." + name + "..").toList();
        return classes().that().resideInAPackage(root + ".*..").should()
                .resideInAnyPackage(known.toArray(new String[0]))
                .as("Every package should have a line in EngineRules.arrows()");
    }

    private ArchRule theMiddleIsPure() {
        var pure = PURE.stream().map(name -> root + "." + name + "..").toArray(String[]::new);
        return noClasses().that().resideInAnyPackage(pure).should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..").orShould().dependOnClassesThat()
                .belongToAnyOf(Files.class);
    }

    private static ArchRule noWindowToolkit() {
        return noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..");
    }

    private static ArchRule nothingIsPrinted() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    private static ArchRule noJavaUtilLogging() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
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

    private static ArchRule accessorsHaveNoGet() {
        return noMethods().should().haveNameMatching("get[A-Z].*");
    }

    private static ArchRule namesSayWhatATypeDoes() {
        return noClasses().should().haveSimpleNameEndingWith("Impl").orShould().haveSimpleNameEndingWith("Manager")
                .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Util").orShould()
                .haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameStartingWith("Abstract");
    }
}
