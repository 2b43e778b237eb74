package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.hazard.Hazard.Kind;
import org.athanor.engine.hazard.Hazard.Severity;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.Script;
import org.athanor.engine.sql.Statement;

/// Judges the steps of one plan, in their order: what a step does to a table that an earlier one has made is no hazard.
public final class Judge {
    private final Dialect dialect;
    private final Facts facts;
    private final DeedReader reader;
    private final Lineage lineage;

    public Judge(Dialect dialect, Facts facts) {
        this.dialect = dialect;
        this.facts = facts;
        this.reader = new DeedReader(dialect);
        this.lineage = new Lineage(dialect.grammar());
    }

    /// What one statement does, among the others of its step.
    private record Placed(Statement statement, Deed deed, Evolution before) {}

    /// The hazards of the next step, whose schema before it is known as far as it is.
    public List<Hazard> hazards(Script script, Evolution before) {
        var deeds = new ArrayList<Placed>();
        var schema = before;
        for (var statement : script.statements()) {
            var here = schema;
            reader.read(statement.text()).forEach(deed -> deeds.add(new Placed(statement, deed, here)));
            schema = schema.after(new Operation.Execute(statement.text()));
        }
        var found = new ArrayList<Hazard>();
        for (int i = 0; i < deeds.size(); i++) {
            var at = deeds.get(i);
            found.addAll(hazards(at, copies(at.deed(), deeds.subList(0, i))));
        }
        if (script instanceof Script.Live live) {
            found.add(
                    unknown(Optional.empty(), Severity.DESTRUCTIVE, "What this step sends is decided while it runs: %s."
                            .formatted(live.problem().message().replaceAll("\\.$", ""))));
        }
        return found;
    }

    /// The statement that has copied all rows of a table into a new one, if the table is dropped after that.
    private static Optional<Deed.Fills> copies(Deed deed, List<Placed> earlier) {
        if (!(deed instanceof Deed.DropsTable(var table, _))) {
            return Optional.empty();
        }
        for (var other : earlier.reversed()) {
            if (other.deed() instanceof Deed.DropsTable(var gone, _) && gone.equals(table)) {
                return Optional.empty();
            }
            if (other.deed() instanceof Deed.Fills fills && isWholeCopy(fills, table)) {
                return Optional.of(fills);
            }
        }
        return Optional.empty();
    }

    private static boolean isWholeCopy(Deed.Fills fills, TableName table) {
        var words = " " + fills.sql().toUpperCase(Locale.ROOT).replaceAll("[\\s();]+", " ") + " ";
        boolean chosen = List.of(" WHERE ", " JOIN ", " LIMIT ", " GROUP ", " DISTINCT ", " UNION ").stream()
                .anyMatch(words::contains);
        int from = words.lastIndexOf(" FROM ");
        return !chosen && from >= 0 && !fills.table().equals(table)
                && unquoted(words.substring(from + 6).strip()).equalsIgnoreCase(table.toString());
    }

    private static String unquoted(String name) {
        return name.replaceAll("[\"`\\[\\]]", "");
    }

    private List<Hazard> hazards(Placed at, Optional<Deed.Fills> copy) {
        var ground = new Ground(dialect, facts, lineage, at.before());
        var found = judged(at, copy, ground);
        copy.ifPresent(fills -> lineage.succeed(((Deed.DropsTable) at.deed()).table(), fills.table()));
        boolean creates = at.deed() instanceof Deed.CreatesTable(var table, var ifNotExists)
                && (!ifNotExists || ground.isAbsent(table));
        lineage.follow(at.deed(), creates);
        return found;
    }

    private static List<Hazard> judged(Placed at, Optional<Deed.Fills> copy, Ground ground) {
        var losses = new Losses(at.statement(), ground);
        var locks = new Locks(at.statement(), ground);
        return switch (at.deed()) {
            case Deed.CreatesTable _,Deed.CreatesHolder _,Deed.CreatesFunction _,Deed.RenamesTable _,Deed.RenamesColumn _,Deed.Fills _ ->
                List.of();
            case Deed.DropsTable(var table, var ifExists) -> copy.isPresent()
                    ? copied(table, copy.get(), losses, locks)
                    : losses.droppedTable(table, ifExists);
            case Deed.DropsSchema(var schema) -> losses.droppedSchema(schema);
            case Deed.DropsDependents(var what) -> List.of(losses.droppedDependents(what));
            case Deed.DropsDatabase(var database) -> List.of(losses.droppedDatabase(database));
            case Deed.Truncates(var table) -> losses.truncated(table);
            case Deed.Deletes(var table, var all) -> losses.deleted(table, all);
            case Deed.ClearsColumn(var table, var column, var all) -> losses.clearedColumn(table, column, all);
            case Deed.ReplacesRows(var table) -> losses.replacedRows(table);
            case Deed.TakesRowsOut(var table, var part) -> losses.takenOut(table, part);
            case Deed.DropsHolder(var what, var name) -> losses.droppedHolder(what, name);
            case Deed.AddsColumn(var table, var column) -> locks.added(table, column);
            case Deed.DropsColumn(var table, var column, var ifExists) -> ifExists && ground.shape(table)
                    .filter(t -> t.column(column).isEmpty()).isPresent()
                            ? List.of()
                            : losses.droppedColumn(table, column);
            case Deed.ChangesType change -> changedType(change, ground, losses, locks);
            case Deed.SetsNotNull(var table, var column) -> locks.setNotNull(table, column);
            case Deed.AddsConstraint(var table, var rule, var notValid, var usingIndex, var target) ->
                notValid || usingIndex || !ground.isPostgreSql() ? List.of() : locks.constraint(table, rule, target);
            case Deed.CreatesIndex(var table, var concurrently) ->
                concurrently || !ground.isPostgreSql() ? List.of() : locks.index(table);
            case Deed.Rewrites(var table, var how) -> locks.rewritten(table, how);
            case Deed.Holds(var table, var lock, var why, var saferWay) -> ground.isPostgreSql()
                    ? locks.held(table, lock, why, saferWay)
                    : List.of();
            case Deed.Runs(var what, var drastic) -> List.of(unknown(at.statement(), what, drastic));
            case Deed.Calls(var what, var plain, var functions) -> ground.mayDoMore(plain, functions).stream().limit(1)
                    .map(_ -> unknown(at.statement(), what, true)).toList();
        };
    }

    private static List<Hazard> copied(TableName table, Deed.Fills copy, Losses losses, Locks locks) {
        var found = new ArrayList<>(losses.copied(table, copy.table(), copy.sql()));
        found.addAll(locks.copied(table));
        return found;
    }

    private static List<Hazard> changedType(Deed.ChangesType change, Ground ground, Losses losses, Locks locks) {
        var table = change.table();
        var column = change.column();
        var from = ground.type(table, column);
        var known = from.map(type -> TypeChange.of(type, change.type(), change.using() != Deed.Using.NONE))
                .orElseGet(() -> new TypeChange(true, TypeChange.Narrowing.UNKNOWN));
        var before = from.orElse("an unknown type");
        if (change.using() == Deed.Using.NOTHING_OF_IT) {
            var cleared = new ArrayList<>(losses.clearedColumn(table, column, true));
            cleared.addAll(locks.changedType(table, column, before, change.type()));
            return cleared;
        }
        var found = new ArrayList<>(losses.narrowed(table, column, known.narrowing(), before, change.type(),
                change.using() == Deed.Using.EXPRESSION));
        if (known.rewrites()) {
            found.addAll(locks.changedType(table, column, before, change.type()));
        }
        return found;
    }

    private static Hazard unknown(Statement statement, String what, boolean drastic) {
        return unknown(Optional.of(statement), drastic ? Severity.DESTRUCTIVE : Severity.NOTE,
                "What this does can't be told from its text: %s".formatted(what));
    }

    private static Hazard unknown(Optional<Statement> statement, Severity severity, String message) {
        return new Hazard(Kind.UNKNOWN_EFFECT, severity, statement, Optional.empty(), Optional.empty(), Extent.UNKNOWN,
                Optional.empty(), message, "Read it, and rehearse it on a copy of the database.");
    }
}
