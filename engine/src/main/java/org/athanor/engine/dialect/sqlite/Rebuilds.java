package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Definitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Evolution.Standing;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// Changes of a table that SQLite can only make by copying it into a new one.
final class Rebuilds {
    private static final String PREFIX = "_alembic_tmp_";
    private static final int LONGEST = 50;

    private final Dialect dialect;
    private final Names names;
    private final Definitions definitions;
    private final TypeChecks typeChecks;

    Rebuilds(Dialect dialect, Names names, Definitions definitions) {
        this.dialect = dialect;
        this.names = names;
        this.definitions = definitions;
        this.typeChecks = new TypeChecks(definitions.constraints());
    }

    /// Whether the table is copied; otherwise it is changed in place.
    boolean copies(Operation.Rebuild rebuild) throws Unsupported {
        return switch (rebuild.options().recreate()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> {
                for (var change : rebuild.changes()) {
                    if (needsCopy(change.operation())) {
                        yield true;
                    }
                }
                yield false;
            }
        };
    }

    private boolean needsCopy(Operation change) throws Unsupported {
        return switch (change) {
            case Operation.AddColumn added -> added.column().filling() instanceof Filling.Default
                    || added.column().filling() instanceof Filling.Computed(_, var persisted) && persisted.orElse(false)
                    || bringsConstraints(added);
            case Operation.CreateIndex _,Operation.DropIndex _ -> false;
            default -> true;
        };
    }

    private boolean bringsConstraints(Operation.AddColumn added) throws Unsupported {
        boolean constrained = added.constraints().stream()
                .anyMatch(c -> !(c instanceof Constraint.PrimaryKey)
                        && !(c instanceof Constraint.ForeignKey && added.inlineReferences()));
        return constrained || !added.column().checks().isEmpty() || typeChecks.of(added.column()).isPresent();
    }

    /// What the table is afterwards, where it is copied.
    Optional<Standing> copied(Operation.Rebuild rebuild, Evolution before) {
        try {
            return copies(rebuild)
                    ? Optional.of(new Standing.Known(result(rebuild, before).table()))
                    : Optional.empty();
        } catch (Unsupported unsupported) {
            return Optional.of(new Standing.Doubtful(unsupported.message()));
        }
    }

    List<Statement> statements(Operation.Rebuild rebuild, Evolution before) throws Unsupported {
        var result = result(rebuild, before);
        var table = result.table();
        var dependents = new Dependents(dialect.grammar(), before, table.name());
        var changed = Stream.concat(result.newNames().keySet().stream(), lostColumns(rebuild)).toList();
        dependents.check(changed);
        var statements = new ArrayList<String>();
        boolean renamesFirst = checkReferences(rebuild, before, result.newNames());
        if (renamesFirst) {
            result.newNames().forEach((old, renamed) -> statements.add("ALTER TABLE " + names.qualified(table.name())
                    + " RENAME COLUMN " + names.quoteIfNeeded(old) + " TO " + names.quoteIfNeeded(renamed)));
        }
        dependents.triggers().stream().filter(t -> !t.table().equals(Optional.of(table.name())))
                .forEach(t -> statements.add("DROP TRIGGER " + names.qualified(t.name())));
        dependents.views().forEach(v -> statements.add("DROP VIEW " + names.qualified(v.name())));
        statements.addAll(copy(result, renamesFirst ? afterRename(result.transfers()) : result.transfers()));
        for (var index : table.indexes()) {
            statements.add(definitions.indexes().create(table.name(), index, false).text());
        }
        Stream.concat(dependents.views().stream(), dependents.triggers().stream()).map(Definition::sql)
                .forEach(statements::add);
        return statements.stream().map(Statement::of).toList();
    }

    private static Stream<String> lostColumns(Operation.Rebuild rebuild) {
        return rebuild.changes().stream()
                .flatMap(change -> change.operation() instanceof Operation.DropColumn(_, var c, _)
                        ? Stream.of(c)
                        : Stream.of());
    }

    private static List<BatchTable.Transfer> afterRename(List<BatchTable.Transfer> transfers) {
        return transfers.stream().map(t -> new BatchTable.Transfer(t.to(), t.to(), t.cast())).toList();
    }

    /// Whether foreign keys of other tables point at a column that is renamed: SQLite itself must rename it then, so that
    /// they follow.
    private boolean checkReferences(Operation.Rebuild rebuild, Evolution before, Map<String, String> newNames)
            throws Unsupported {
        boolean follow = false;
        var lost = lostColumns(rebuild).collect(Collectors.toSet());
        for (var reference : before.references(rebuild.table())) {
            for (var column : reference.getValue().targetColumns()) {
                if (lost.contains(column)) {
                    throw new Unsupported(
                            "A foreign key of %s points at %s.%s, which this rebuild drops"
                                    .formatted(reference.getKey().name(), rebuild.table(), column),
                            "Drop the foreign key before, with a batch_alter_table of its own table");
                }
                follow = follow || newNames.containsKey(column);
            }
        }
        return follow;
    }

    private List<String> copy(BatchTable.Result result, List<BatchTable.Transfer> transfers) throws Unsupported {
        var table = result.table();
        var name = table.name();
        var temporary = name.renamed(temporaryName(name.name()));
        var statements = new ArrayList<String>();
        statements.add(definitions.tables().text(table.withName(temporary), false));
        statements.add(insert(name, temporary, transfers));
        if (result.counted() && counts(table)) {
            statements.addAll(keepCount(name, temporary));
        }
        statements.add("DROP TABLE " + names.qualified(name));
        statements.add("ALTER TABLE " + names.qualified(temporary) + " RENAME TO " + names.quoteIfNeeded(name.name()));
        return statements;
    }

    static boolean counts(Table table) {
        return new Setting.Flag(true).equals(table.settings().get("sqlite_autoincrement"));
    }

    private static String temporaryName(String name) {
        var whole = PREFIX + name;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }

    private String insert(TableName from, TableName to, List<BatchTable.Transfer> transfers) throws Unsupported {
        if (transfers.isEmpty()) {
            throw new Unsupported("No column of %s would be left that its rows could keep".formatted(from),
                    "Drop the table, and create it anew");
        }
        var values = new ArrayList<String>();
        for (var transfer : transfers) {
            var value = names.qualified(from) + "." + names.quoteIfNeeded(transfer.from());
            values.add(transfer.cast().isEmpty()
                    ? value
                    : "CAST(" + value + " AS " + dialect.text(transfer.cast().get()) + ") AS "
                            + names.quoteIfNeeded(transfer.from()));
        }
        return "INSERT INTO " + names.qualified(to) + " ("
                + transfers.stream().map(t -> names.quoteIfNeeded(t.to())).collect(Collectors.joining(", "))
                + ") SELECT " + String.join(", ", values) + "\nFROM " + names.qualified(from);
    }

    /// Numbers that were given once are not given again, even if their rows are gone.
    private List<String> keepCount(TableName from, TableName to) {
        var counts = from.schema().map(s -> names.quoteIfNeeded(s) + ".").orElse("") + "sqlite_sequence";
        return List.of("DELETE FROM " + counts + " WHERE name = " + dialect.literal(to.name()),
                "INSERT INTO %s (name, seq) SELECT %s, seq FROM %s WHERE name = %s".formatted(counts,
                        dialect.literal(to.name()), counts, dialect.literal(from.name())));
    }

    private BatchTable.Result result(Operation.Rebuild rebuild, Evolution before) throws Unsupported {
        var options = rebuild.options();
        var table = options.copyFrom().isPresent() ? options.copyFrom().get() : reflected(rebuild, before);
        var batch = new BatchTable(dialect, typeChecks, table, options, options.copyFrom().isEmpty());
        for (var change : rebuild.changes()) {
            atItsLine(change, batch::apply);
        }
        for (var change : rebuild.changes()) {
            atItsLine(change, batch::check);
        }
        return batch.result();
    }

    /// Something done with a change of a rebuild.
    interface Deed {
        void with(Operation change) throws Unsupported;
    }

    static void atItsLine(Placed change, Deed deed) throws Unsupported {
        try {
            deed.with(change.operation());
        } catch (Unsupported unsupported) {
            throw unsupported.at(change.line());
        }
    }

    private Table reflected(Operation.Rebuild rebuild, Evolution before) throws Unsupported {
        var table = known(rebuild, before);
        if (table.settings().get(TableText.NOT_MODELLED) instanceof Setting.Text(var reason)) {
            throw new Unsupported("%s can't be rebuilt without a loss: %s".formatted(table.name(), reason),
                    "Give batch_alter_table the table in copy_from, as it is to be");
        }
        var options = rebuild.options();
        return new ConventionNames(options.conventions())
                .in(new ReflectedTable(dialect).of(table, options.reflectedColumns()));
    }

    private static Table known(Operation.Rebuild rebuild, Evolution before) throws Unsupported {
        return switch (before.table(rebuild.table())) {
            case Standing.Known(var table) -> table;
            case Standing.Absent() ->
                throw new Unsupported("There is no table %s to rebuild".formatted(rebuild.table()),
                        "Check its name; it is the one that the table has at this step");
            case Standing.Doubtful(var reason) -> throw new Unsupported(
                    "The shape of %s, which must be rebuilt, isn't known here: %s".formatted(rebuild.table(), reason),
                    "Connect to the database instead of --sql, with the revisions before this one applied, or give"
                            + " batch_alter_table the table in copy_from");
        };
    }
}
