package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.dialect.Ddl;
import org.athanor.engine.dialect.Definitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Sequences;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.RebuildOptions.Recreate;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// PostgreSQL's statements.
final class Operations extends Ddl {
    private final OwnTypes types;

    Operations(Dialect dialect, Names names, Definitions definitions) {
        super(dialect, names, definitions);
        this.types = new OwnTypes(dialect, names);
    }

    @Override
    protected List<String> typesOf(Table table, Evolution before) throws Unsupported {
        var statements = new LinkedHashSet<String>();
        for (var column : table.columns()) {
            types.madeWith(column.type(), before).ifPresent(statements::add);
        }
        return List.copyOf(statements);
    }

    @Override
    protected List<String> comments(Table table) throws Unsupported {
        var comments = new ArrayList<String>();
        if (table.comment().filter(text -> !text.isEmpty()).isPresent()) {
            comments.add("COMMENT ON TABLE " + names.qualified(table.name()) + " IS "
                    + definitions.columns().quoted(table.comment().get()));
        }
        for (var column : table.columns()) {
            if (column.comment().filter(text -> !text.isEmpty()).isPresent()) {
                comments.add(comment(names.qualified(table.name()), column.name(), column.comment()));
            }
        }
        return comments;
    }

    private String comment(String table, String column, Optional<String> comment) throws Unsupported {
        return "COMMENT ON COLUMN " + table + "." + names.quoteIfNeeded(column) + " IS "
                + (comment.isPresent() ? definitions.columns().quoted(comment.get()) : "NULL");
    }

    @Override
    protected List<String> alterColumn(Operation.AlterColumn alter) throws Unsupported {
        var change = alter.change();
        var texts = new ArrayList<String>();
        if (change.type().isPresent() && change.existingType().isPresent()) {
            var check = checkOf(alter.column(), change.existingType().get());
            if (check.isPresent()) {
                texts.add(dropConstraint(alter.table(), check.get().name(), false));
            }
        }
        type(alter).ifPresent(texts::add);
        change.nullable().ifPresent(may -> texts.add(alterColumnOf(alter) + (may ? "DROP" : "SET") + " NOT NULL"));
        texts.addAll(changedFilling(alter));
        if (change.comment().isPresent()) {
            texts.add(comment(names.altered(alter.table()), alter.column(), change.comment().get()));
        }
        change.newName().ifPresent(name -> texts.add(alterTable(alter.table()) + "RENAME "
                + names.quoteIfNeeded(alter.column()) + " TO " + names.quoteIfNeeded(name)));
        if (change.type().isPresent()) {
            var check = checkOf(change.newName().orElse(alter.column()), change.type().get());
            if (check.isPresent()) {
                texts.addAll(addConstraint(alter.table(), check.get()));
            }
        }
        return texts;
    }

    private Optional<String> type(Operation.AlterColumn alter) throws Unsupported {
        var change = alter.change();
        var using = using(change);
        if (change.type().isEmpty()) {
            if (using.isPresent()) {
                throw new Unsupported("postgresql_using goes with a new type", "Give type_ too");
            }
            return Optional.empty();
        }
        return Optional.of(alterColumnOf(alter) + "TYPE " + dialect.text(change.type().get())
                + using.map(text -> " USING " + text).orElse(""));
    }

    private Optional<String> using(ColumnChange change) throws Unsupported {
        return switch (change.settings().get("postgresql_using")) {
            case null -> Optional.empty();
            case Setting.Text(var text) -> Optional.of(text);
            case Setting.Sql(var expression) -> Optional.of(dialect.text(expression));
            default -> throw new Unsupported("postgresql_using takes SQL", "Write the expression as a text");
        };
    }

    @Override
    protected List<String> changedIdentity(Operation.AlterColumn alter, Filling wanted) throws Unsupported {
        var existing = alter.change().existingFilling();
        if (wanted instanceof Filling.None) {
            return List.of(alterColumnOf(alter) + "DROP IDENTITY");
        }
        if (wanted instanceof Filling.Identity identity && existing.isPresent()) {
            if (existing.get() instanceof Filling.None) {
                return List.of(alterColumnOf(alter) + "ADD " + Sequences.identity(identity));
            }
            if (existing.get() instanceof Filling.Identity old) {
                var differences = IdentityDifference.between(old, identity);
                return differences.isEmpty() ? List.of() : List.of(alterColumnOf(alter) + differences);
            }
        }
        throw new Unsupported("It can't be told how the column comes to its identity, or loses it",
                "Say in existing_server_default what is there: None or sa.Identity(…); take a default away first");
    }

    @Override
    protected List<String> addConstraint(TableName table, Constraint constraint) throws Unsupported {
        var text = definitions.constraints().text(Table.named(table), constraint);
        return text.map(t -> "ALTER TABLE " + names.qualified(table) + " ADD " + t).stream().toList();
    }

    @Override
    protected String dropConstraint(Operation.DropConstraint drop) throws Unsupported {
        return dropConstraint(drop.table(), drop.name(), drop.ifExists());
    }

    private String dropConstraint(TableName table, Optional<Name> name, boolean ifExists) throws Unsupported {
        if (name.isEmpty()) {
            throw new Unsupported("A constraint of " + table + " is to be dropped, but has no name",
                    "Give the name that it has in the database");
        }
        return "ALTER TABLE " + names.qualified(table) + " DROP CONSTRAINT " + (ifExists ? "IF EXISTS " : "")
                + names.bounded(name.get());
    }

    @Override
    protected List<String> createEnumeration(SqlType.Enumeration type, boolean checkFirst, Evolution before)
            throws Unsupported {
        boolean isThere = checkFirst && before.has(type).orElse(false);
        return isThere || !type.nativeType() ? List.of() : List.of(types.create(type));
    }

    @Override
    protected List<String> dropEnumeration(SqlType.Enumeration type, boolean checkFirst, Evolution before)
            throws Unsupported {
        boolean isGone = checkFirst && !before.has(type).orElse(true);
        return isGone || !type.nativeType() ? List.of() : List.of("DROP TYPE " + dialect.text(type));
    }

    @Override
    protected List<String> createDomain(SqlType.Domain type) throws Unsupported {
        return List.of(types.create(type));
    }

    @Override
    protected List<String> dropDomain(SqlType.Domain type) throws Unsupported {
        return List.of("DROP DOMAIN " + dialect.text(type));
    }

    @Override
    protected List<String> createSequence(Operation.CreateSequence create) throws Unsupported {
        var type = create.sequence().type();
        return List.of(createSequence(create, type.isPresent() ? " AS " + dialect.text(type.get()) : ""));
    }

    /// Here a table needs no copy: the changes are made one by one.
    @Override
    protected List<Statement> rebuild(Operation.Rebuild rebuild, Evolution before) throws Unsupported {
        if (rebuild.options().recreate() == Recreate.ALWAYS) {
            throw new Unsupported("A table of PostgreSQL isn't copied to be changed",
                    "Leave recreate at \"auto\": the changes are then made in place");
        }
        if (!rebuild.options().positions().isEmpty()) {
            throw new Unsupported("PostgreSQL can't put a column between others",
                    "Take insert_before and insert_after away");
        }
        return inOrder(rebuild.changes(), before);
    }
}
