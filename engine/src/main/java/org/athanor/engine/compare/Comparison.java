package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.TableName;

/// What differs between two schemas of one product, what was left out by a rule, and what can't be compared. `renamed` are
/// renames that a person has confirmed; `actual` is the schema after them.
public record Comparison(Dialect dialect, Schema actual, Schema wanted, List<SchemaDifference> differences,
        List<Ignored> ignored, List<NotCompared> notCompared, List<Operation> renamed, Schema original,
        List<IgnoreRule> rules) {
    public Comparison {
        differences = List.copyOf(differences);
        ignored = List.copyOf(ignored);
        notCompared = List.copyOf(notCompared);
        renamed = List.copyOf(renamed);
        rules = List.copyOf(rules);
    }

    /// A difference that a rule of the project covers.
    public record Ignored(SchemaDifference difference, IgnoreRule rule) {}

    /// Something outside of the model, and on which sides it is.
    public record NotCompared(String kind, TableName name, Side side) {
        /// Where it is; `DIFFERENT` on both sides, and not alike.
        public enum Side {
            ACTUAL, WANTED, BOTH, DIFFERENT
        }
    }

    /// Both schemas are as their product's catalog tells them.
    public static Comparison between(Schema actual, Schema wanted, Dialect dialect, List<IgnoreRule> rules) {
        return between(actual, wanted, dialect, rules, List.of(), actual);
    }

    private static Comparison between(Schema actual, Schema wanted, Dialect dialect, List<IgnoreRule> rules,
            List<Operation> renamed, Schema original) {
        var differences = new ArrayList<SchemaDifference>();
        var ignored = new ArrayList<Ignored>();
        for (var difference : new Comparer(actual, wanted, dialect).differences()) {
            rules.stream().filter(rule -> rule.covers(difference.subject())).findFirst().ifPresentOrElse(
                    rule -> ignored.add(new Ignored(difference, rule)), () -> differences.add(difference));
        }
        return new Comparison(dialect, actual, wanted, differences, ignored, Outside.of(actual, wanted), renamed,
                original, rules);
    }

    public boolean isEmpty() {
        return differences.isEmpty() && renamed.isEmpty();
    }

    /// What is to be told of a part that is missing or not wanted, aspect by aspect; empty ones are left out.
    public Map<Aspect, String> traits(SchemaDifference difference) {
        var traits = new Traits(dialect, difference instanceof SchemaDifference.Extra ? actual : wanted)
                .of(difference.subject());
        traits.values().removeIf(String::isEmpty);
        return traits;
    }

    /// What may have another name now instead of being gone and new.
    public List<RenameCandidate> renameCandidates() {
        return new RenameSearch(actual, wanted, dialect).among(differences);
    }

    /// The comparison if these are renames.
    public Comparison renaming(Collection<RenameCandidate> confirmed) {
        var evolution = Evolution.from(actual, dialect.grammar());
        var operations = new ArrayList<>(renamed);
        // Columns first: they are told by their table's present name.
        for (var ofColumn : List.of(true, false)) {
            for (var candidate : confirmed) {
                if (candidate.column().isPresent() == ofColumn) {
                    operations.add(candidate.operation());
                    evolution = evolution.after(candidate.operation());
                }
            }
        }
        return between(actual.withTables(evolution.schema().tables().values()), wanted, dialect, rules, operations,
                original);
    }

    /// The comparison if these differences are none: what they are about stays as it is. Refused if what is left relies on them.
    public Comparison without(Collection<SchemaDifference> leftOut) {
        if (leftOut.isEmpty()) {
            return this;
        }
        var chosen = Selection.without(this, List.copyOf(leftOut));
        var gaps = Gaps.of(chosen, joined(actual, wanted));
        if (!gaps.isEmpty()) {
            throw new Refusal(gaps);
        }
        return between(actual, chosen, dialect, rules, renamed, original);
    }

    /// All that is on either side.
    private static Schema joined(Schema one, Schema other) {
        return new Schema(joined(one.tables(), other.tables()), joined(one.enumerations(), other.enumerations()),
                Map.of(), Map.of(), joined(one.domains(), other.domains()), Set.of(), List.of());
    }

    private static <T> Map<TableName, T> joined(Map<TableName, T> one, Map<TableName, T> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    /// The way back: what makes the wanted schema into the actual one.
    public Comparison reversed() {
        var back = new ArrayList<RenameCandidate>();
        for (var operation : renamed) {
            back.add(reversed(operation));
        }
        return between(new Comparer(actual, wanted, dialect).made(), original, dialect, rules).renaming(back);
    }

    private RenameCandidate reversed(Operation operation) {
        return switch (operation) {
            case Operation.RenameTable(var table, var newName) -> new RenameCandidate(table.renamed(newName),
                    java.util.Optional.empty(), table.name(), 100, List.of());
            case Operation.AlterColumn(var table, var column, var change) -> new RenameCandidate(after(table),
                    change.newName(), column, 100, List.of());
            default -> throw new IllegalStateException("A rename is " + operation);
        };
    }

    /// A table's name after all renames.
    private TableName after(TableName table) {
        return renamed.stream().map(o -> o instanceof Operation.RenameTable(var old, var newName)
                && old.equals(table) ? old.renamed(newName) : table).filter(t -> !t.equals(table)).findFirst()
                .orElse(table);
    }
}
