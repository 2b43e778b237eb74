package org.athanor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.schema.TableName;

/// What a person says of renames: `old=new` for a table, `table.old=new` for a column; and whether all other candidates are
/// something gone and something new. A table may be called by its old or its new name.
public record RenameAnswers(List<String> renames, boolean nothingElse) {
    public static final RenameAnswers NONE = new RenameAnswers(List.of(), false);
    private static final Pattern FORM = Pattern.compile("([^=]+)=([^=]+)");

    public RenameAnswers {
        renames = List.copyOf(renames);
    }

    /// The comparison with these renames; refused if one fits nothing, or if a candidate is left without an answer.
    public Comparison applied(Comparison comparison) {
        var columns = new ArrayList<String>();
        var tables = new ArrayList<RenameCandidate>();
        for (var rename : renames) {
            table(rename, comparison).ifPresentOrElse(tables::add, () -> columns.add(rename));
        }
        var renamed = tables.isEmpty() ? comparison : comparison.renaming(tables);
        var candidates = columns.stream().map(rename -> column(rename, renamed)).toList();
        var all = candidates.isEmpty() ? renamed : renamed.renaming(candidates);
        if (!nothingElse) {
            refuseUnanswered(all);
        }
        return all;
    }

    private static Optional<RenameCandidate> table(String rename, Comparison comparison) {
        for (var gone : comparison.differences()) {
            for (var come : comparison.differences()) {
                if (gone instanceof Extra(Part.OfTable(var from)) && come instanceof Missing(Part.OfTable(var to))
                        && from.name().schema().equals(to.name().schema())
                        && (rename.equals(from.name() + "=" + to.name())
                                || rename.equals(from.name() + "=" + to.name().name()))) {
                    return Optional.of(new RenameCandidate(from.name(), Optional.empty(), to.name().name(), 100,
                            List.of()));
                }
            }
        }
        return Optional.empty();
    }

    private static RenameCandidate column(String rename, Comparison comparison) {
        for (var gone : comparison.differences()) {
            for (var come : comparison.differences()) {
                if (gone instanceof Extra(Part.OfColumn(var table, var from))
                        && come instanceof Missing(Part.OfColumn(var other, var to)) && table.equals(other)
                        && isMeant(rename, table, from.name(), to.name(), comparison)) {
                    return new RenameCandidate(table, Optional.of(from.name()), to.name(), 100, List.of());
                }
            }
        }
        throw new Refusal(ProblemKind.USAGE, FORM.matcher(rename).matches()
                ? "'%s' is no rename here: the one isn't gone, or the other isn't new".formatted(rename)
                : "'%s' isn't a rename".formatted(rename),
                "Write --rename old=new for a table, and --rename"
                        + " table.old=new for a column. `athanor diff --to target` lists what is gone and new.");
    }

    private static boolean isMeant(String rename, TableName table, String from, String to, Comparison comparison) {
        var change = "." + from + "=";
        return (rename.endsWith(change + to) || rename.endsWith("=" + table + "." + to))
                && (rename.startsWith(table + change) || comparison.renamed().stream()
                        .anyMatch(o -> o instanceof org.athanor.engine.operation.Operation.RenameTable(var old, _)
                                && rename.startsWith(old + change)
                                && table.equals(old.renamed(table.name()))));
    }

    private static void refuseUnanswered(Comparison comparison) {
        var candidates = comparison.renameCandidates();
        if (!candidates.isEmpty()) {
            throw new Refusal(candidates.stream().map(RenameAnswers::question).toList());
        }
    }

    private static Problem question(RenameCandidate candidate) {
        return Problem.of(ProblemKind.RENAME_UNANSWERED, "%s %s may be called %s now: %s".formatted(
                candidate.column().isPresent() ? "Column" : "Table", candidate.from(), candidate.newName(),
                String.join("; ", candidate.evidence())),
                "Say --rename %s if it is the same, or --no-rename if the one goes and the other is new.".formatted(
                        option(candidate)));
    }

    /// The answer that confirms a candidate.
    public static String option(RenameCandidate candidate) {
        return candidate.from() + "=" + candidate.newName();
    }
}
