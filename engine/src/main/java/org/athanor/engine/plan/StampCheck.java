package org.athanor.engine.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.athanor.engine.hazard.Facts;
import org.athanor.engine.hazard.TableBalance;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.schema.TableName;

/// What a database visibly says against standing where a stamp would put it: tables that the history creates and that aren't
/// there, tables that it drops and that are, tables that only later revisions create and that are there `ahead` of them. What
/// can't be told is no contradiction, but it is said.
public record StampCheck(List<TableName> missing, List<TableName> leftOver, List<TableName> ahead, int expected,
        Map<TableName, String> doubtful) {
    private static final int SHOWN = 12;

    public StampCheck {
        missing = List.copyOf(missing);
        leftOver = List.copyOf(leftOver);
        ahead = List.copyOf(ahead);
        doubtful = Map.copyOf(doubtful);
    }

    /// Compares what a history leaves behind with what is there; `all` is what all revisions leave.
    public static StampCheck of(TableBalance history, TableBalance all, Facts database) {
        var missing = history.there().stream().filter(t -> database.has(t).filter(has -> !has).isPresent()).toList();
        var leftOver = history.gone().stream().filter(t -> database.has(t).filter(has -> has).isPresent()).toList();
        var ahead = all.there().stream().filter(t -> !history.knows(t))
                .filter(t -> database.has(t).filter(has -> has).isPresent()).toList();
        var doubtful = new TreeMap<TableName, String>(Comparator.comparing(TableName::toString));
        doubtful.putAll(history.doubtful());
        history.there().stream().filter(t -> database.has(t).isEmpty())
                .forEach(t -> doubtful.put(t, "the database can't be looked at"));
        return new StampCheck(missing, leftOver, ahead, history.there().size(), doubtful);
    }

    public boolean contradicts() {
        return !missing.isEmpty() || !leftOver.isEmpty() || !ahead.isEmpty();
    }

    /// Why the stamp is refused, if it is. `target` is where it would put the database.
    public Optional<Problem> problem(String database, String target) {
        if (!contradicts()) {
            return Optional.empty();
        }
        var told = new ArrayList<String>();
        if (missing.size() == expected && expected > 1) {
            told.add(
                    "none of the %d tables that its history creates is there (%s)".formatted(expected, names(missing)));
        } else if (!missing.isEmpty()) {
            told.add("of the tables that its history creates, there is no %s".formatted(names(missing)));
        }
        if (!leftOver.isEmpty()) {
            told.add("its history drops or renames what is still there: %s".formatted(names(leftOver)));
        }
        if (!ahead.isEmpty()) {
            told.add("what only later revisions create is there already: %s".formatted(names(ahead)));
        }
        var doubts = doubts().map("\n  "::concat).orElse("");
        return Optional.of(Problem.of(ProblemKind.STAMP_CONTRADICTED,
                "%s doesn't look as if it stood at %s: %s.%s".formatted(database, target, String.join("; ", told),
                        doubts),
                "Did you mean `athanor upgrade`, another revision or another database? If you know better, say why:"
                        + " --force --reason \"…\"."));
    }

    /// Which tables weren't compared, and why.
    public Optional<String> doubts() {
        return doubtful.isEmpty()
                ? Optional.empty()
                : Optional.of("Not told of %s: %s.".formatted(
                        names(doubtful.keySet().stream().sorted(Comparator.comparing(TableName::toString)).toList()),
                        doubtful.values().stream().distinct().sorted().collect(Collectors.joining("; "))));
    }

    private static String names(List<TableName> tables) {
        var shown = tables.stream().limit(SHOWN).map(TableName::toString).collect(Collectors.joining(", "));
        return tables.size() > SHOWN ? "%s and %d more".formatted(shown, tables.size() - SHOWN) : shown;
    }
}
