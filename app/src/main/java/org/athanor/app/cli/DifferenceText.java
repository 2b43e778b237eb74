package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.athanor.engine.compare.Aspect;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Comparison.NotCompared.Side;
import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.locate.Finding;
import org.athanor.engine.operation.Operation;

/// Differences in words: `+` is wanted and missing, `-` is there and not wanted, `~` is there and wanted otherwise.
final class DifferenceText {
    private DifferenceText() {}

    static List<String> lines(Comparison comparison) {
        var lines = new ArrayList<String>();
        comparison.renamed().forEach(operation -> lines.add("> " + renamed(operation)));
        comparison.differences().forEach(d -> lines.addAll(line(comparison, d).lines().toList()));
        for (var candidate : comparison.renameCandidates()) {
            lines.add("? %s may be %s now: %s".formatted(candidate.from(), to(candidate),
                    String.join("; ", candidate.evidence())));
        }
        var outside = comparison.notCompared().stream().filter(n -> n.side() != Side.BOTH).toList();
        outside.forEach(n -> lines.add("! %s %s isn't compared; it is %s".formatted(n.kind(), n.name(),
                switch (n.side()) {
                    case ACTUAL -> "only there";
                    case WANTED -> "only wanted";
                    case BOTH, DIFFERENT -> "not alike";
                })));
        return lines;
    }

    /// What speaks against a database standing at a place.
    static List<String> lines(Finding finding) {
        var lines = new ArrayList<String>();
        finding.differences().forEach(d -> lines.addAll(line(finding.comparison(), d).lines().toList()));
        finding.missing().forEach(n -> lines.add("+ %s %s".formatted(n.kind(), n.name())));
        return lines;
    }

    /// What was left out, in one line; nothing if nothing was.
    static List<String> leftOut(Comparison comparison) {
        var lines = new ArrayList<String>();
        long outside = comparison.notCompared().stream().filter(n -> n.side() == Side.BOTH).count();
        if (outside > 0) {
            lines.add("Not compared, on both sides: " + comparison.notCompared().stream()
                    .filter(n -> n.side() == Side.BOTH).map(n -> n.kind() + " " + n.name()).limit(8)
                    .collect(Collectors.joining(", "))
                    + (outside > 8 ? " and %d more".formatted(outside - 8) : "") + ".");
        }
        comparison.ignored().forEach(i -> lines.add("Ignored: %s %s (%s)".formatted(
                i.difference().subject().kind(), i.difference().subject().path(), i.rule().reason())));
        return lines;
    }

    private static String to(RenameCandidate candidate) {
        return candidate.column().map(_ -> candidate.table() + ".").orElse("") + candidate.newName();
    }

    private static String renamed(Operation operation) {
        return switch (operation) {
            case Operation.RenameTable(var table, var newName) ->
                "table %s  is called %s now".formatted(table, newName);
            case Operation.AlterColumn(var table, var column, var change) ->
                "column %s.%s  is called %s now".formatted(table, column, change.newName().orElse(column));
            default -> throw new IllegalStateException("A rename is " + operation);
        };
    }

    private static String line(Comparison comparison, SchemaDifference difference) {
        return switch (difference) {
            case SchemaDifference.Missing(var part) -> "+ " + named(part) + told(comparison, difference);
            case SchemaDifference.Extra(var part) -> "- " + named(part) + told(comparison, difference);
            case SchemaDifference.Changed(var actual, _, var deviations) -> "~ " + named(actual) + "  "
                    + deviations.stream().map(DifferenceText::text).collect(Collectors.joining("; "));
        };
    }

    private static String named(Part part) {
        return part.kind() + " " + part.path();
    }

    private static String told(Comparison comparison, SchemaDifference difference) {
        if (difference.subject() instanceof Part.OfTable(var table)) {
            return "  (%s)".formatted(PlanText.count(table.columns().size(), "column"));
        }
        var traits = comparison.traits(difference);
        traits.remove(Aspect.COMMENT);
        var text = String.join(" ", traits.values()).lines().map(String::strip).collect(Collectors.joining(" "));
        return text.isEmpty() ? "" : "  " + text;
    }

    private static String text(SchemaDifference.Deviation deviation) {
        return "%s %s → %s".formatted(deviation.aspect().code(), word(deviation.actual()), word(deviation.wanted()));
    }

    private static String word(String text) {
        return text.isEmpty() ? "none" : text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
