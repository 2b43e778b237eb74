package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

import org.athanor.engine.dialect.Ddl;
import org.athanor.engine.dialect.Definitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;

/// SQLite's statements. It can't change constraints: that is what a rebuild is for.
final class Operations extends Ddl {
    private static final String REBUILD = "Write it in \"with op.batch_alter_table(…)\", which copies the table";

    private final Rebuilds rebuilds;

    Operations(Dialect dialect, Names names, Definitions definitions, Rebuilds rebuilds) {
        super(dialect, names, definitions);
        this.rebuilds = rebuilds;
    }

    @Override
    protected List<String> typesOf(Table table, Evolution before) {
        return List.of();
    }

    @Override
    protected List<String> comments(Table table) {
        return List.of();
    }

    /// SQLite changes nothing of a column in place but its name, and whether it may be NULL.
    void checkRuns(Operation operation) throws Unsupported {
        switch (operation) {
            case Operation.AlterColumn(var table, var column, var change) when change.type().isPresent()
                    || change.filling().isPresent() ->
                throw new Unsupported("SQLite can't change the %s of %s.%s in place"
                        .formatted(change.type().isPresent() ? "type" : "default", table, column), REBUILD);
            case Operation.Rebuild rebuild when !rebuilds.copies(rebuild) -> checkRun(rebuild.changes());
            case Operation.OutsideTransaction(var operations) -> checkRun(operations);
            default -> {
            }
        }
    }

    private void checkRun(List<Placed> operations) throws Unsupported {
        for (var placed : operations) {
            Rebuilds.atItsLine(placed, this::checkRuns);
        }
    }

    /// SQLite refuses most of this, but it is what Alembic prints.
    @Override
    protected List<String> alterColumn(Operation.AlterColumn alter) throws Unsupported {
        var change = alter.change();
        var texts = new ArrayList<String>();
        change.nullable().ifPresent(may -> texts.add(alterColumnOf(alter) + (may ? "DROP" : "SET") + " NOT NULL"));
        texts.addAll(changedFilling(alter));
        if (change.type().isPresent()) {
            texts.add(alterColumnOf(alter) + "TYPE " + dialect.text(change.type().get()));
        }
        if (change.comment().isPresent()) {
            throw new Unsupported("SQLite keeps no comments on columns", "Do this on PostgreSQL only");
        }
        change.newName().ifPresent(name -> texts.add(alterTable(alter.table()) + "RENAME COLUMN "
                + names.quoteIfNeeded(alter.column()) + " TO " + names.quoteIfNeeded(name)));
        return texts;
    }

    @Override
    protected List<String> changedIdentity(Operation.AlterColumn alter, Filling wanted) throws Unsupported {
        throw new Unsupported("SQLite has no identity columns", "Do this on PostgreSQL only");
    }

    @Override
    protected List<String> addConstraint(TableName table, Constraint constraint) throws Unsupported {
        if (constraint instanceof Constraint.Check check && check.ofType().isPresent()) {
            return List.of();
        }
        throw new Unsupported("SQLite can't add a constraint to " + table, REBUILD);
    }

    @Override
    protected String dropConstraint(Operation.DropConstraint drop) throws Unsupported {
        throw new Unsupported("SQLite can't drop a constraint of " + drop.table(), REBUILD);
    }

    @Override
    protected List<String> createEnumeration(SqlType.Enumeration type, boolean checkFirst, Evolution before) {
        return List.of();
    }

    @Override
    protected List<String> dropEnumeration(SqlType.Enumeration type, boolean checkFirst, Evolution before) {
        return List.of();
    }

    @Override
    protected List<String> createDomain(SqlType.Domain type) throws Unsupported {
        throw new Unsupported("SQLite has no domains", "Do this on PostgreSQL only");
    }

    @Override
    protected List<String> dropDomain(SqlType.Domain type) throws Unsupported {
        return createDomain(type);
    }

    /// SQLite has no sequences; asked for without a look at what is there, Alembic sends it all the same.
    @Override
    protected List<String> createSequence(Operation.CreateSequence create) {
        return create.checkFirst() ? List.of() : List.of(createSequence(create, ""));
    }

    @Override
    protected List<String> dropSequence(Operation.DropSequence drop) {
        return drop.checkFirst() ? List.of() : super.dropSequence(drop);
    }

    @Override
    protected List<Statement> rebuild(Operation.Rebuild rebuild, Evolution before) throws Unsupported {
        if (rebuilds.copies(rebuild)) {
            return rebuilds.statements(rebuild, before);
        }
        if (!rebuild.options().positions().isEmpty()) {
            throw new Unsupported("A column that is added in place stands last in " + rebuild.table(),
                    "Take insert_before and insert_after away, or write recreate=\"always\"");
        }
        return inOrder(rebuild.changes(), before);
    }
}
