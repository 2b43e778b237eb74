package org.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.dialect.expressions.InsertedRows;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;

/// The statements that carry operations out. What both products write alike is here.
public abstract class Ddl {
    protected final Dialect dialect;
    protected final Names names;
    protected final Definitions definitions;

    protected Ddl(Dialect dialect, Names names, Definitions definitions) {
        this.dialect = dialect;
        this.names = names;
        this.definitions = definitions;
    }

    public final List<Statement> statements(Operation operation, Evolution before) throws Unsupported {
        return switch (operation) {
            case Operation.CreateTable create -> createTable(create, before);
            case Operation.DropTable(var table, var ifExists) ->
                one("DROP TABLE " + (ifExists ? "IF EXISTS " : "") + names.qualified(table));
            case Operation.RenameTable(var table, var newName) ->
                one(alterTable(table) + "RENAME TO " + names.quoteIfNeeded(newName));
            case Operation.CommentTable(var table, var comment) -> one(comment(table, comment));
            case Operation.AddColumn add -> addColumn(add);
            case Operation.DropColumn(var table, var column, var ifExists) -> one(alterTable(table) + "DROP COLUMN "
                    + (ifExists ? "IF EXISTS " : "") + names.quoteIfNeeded(column));
            case Operation.AlterColumn alter -> each(alterColumn(alter));
            case Operation.CreateIndex(var table, var index, var ifNotExists) ->
                List.of(definitions.indexes().create(table, index, ifNotExists));
            case Operation.DropIndex drop -> List.of(definitions.indexes().drop(drop));
            case Operation.AddConstraint(var table, var constraint) -> each(addConstraint(table, constraint));
            case Operation.DropConstraint drop -> one(dropConstraint(drop));
            case Operation.CreateEnumeration(var type, var checkFirst) ->
                each(createEnumeration(type, checkFirst, before));
            case Operation.DropEnumeration(var type, var checkFirst) -> each(dropEnumeration(type, checkFirst, before));
            case Operation.CreateDomain(var type, _) -> each(createDomain(type));
            case Operation.DropDomain(var type, _) -> each(dropDomain(type));
            case Operation.CreateSequence create -> each(createSequence(create));
            case Operation.DropSequence drop -> each(dropSequence(drop));
            case Operation.CreateSchema(var name, var ifNotExists) ->
                one("CREATE SCHEMA " + (ifNotExists ? "IF NOT EXISTS " : "") + names.quoteIfNeeded(name));
            case Operation.DropSchema(var name, var ifExists, var cascade) -> one("DROP SCHEMA "
                    + (ifExists ? "IF EXISTS " : "") + names.quoteIfNeeded(name) + (cascade ? " CASCADE" : ""));
            case Operation.Execute(var sql) -> written(sql);
            case Operation.ExecuteExpression(var statement) -> one(dialect.text(statement));
            case Operation.InsertRows rows -> insert(rows);
            case Operation.Rebuild rebuild -> rebuild(rebuild, before);
            case Operation.OutsideTransaction(var operations) ->
                inOrder(operations, before).stream().map(Statement::outsideTransaction).toList();
        };
    }

    /// The statements of several operations, each at the schema that the ones before it leave.
    public final List<Statement> inOrder(List<Placed> operations, Evolution before) throws Unsupported {
        var statements = new ArrayList<Statement>();
        var now = before;
        for (var placed : operations) {
            statements.addAll(statements(placed.operation(), now));
            now = now.after(placed.operation());
        }
        return statements;
    }

    protected static List<Statement> one(String sql) {
        return List.of(Statement.of(sql));
    }

    /// One statement for each row, as Alembic prints them.
    private List<Statement> insert(Operation.InsertRows rows) throws Unsupported {
        var statements = new ArrayList<Statement>();
        for (var statement : InsertedRows.statements(rows)) {
            statements.add(Statement.of(dialect.text(statement)));
        }
        return statements;
    }

    private static List<Statement> each(List<String> texts) {
        return texts.isEmpty() ? List.of() : texts.stream().map(Statement::of).toList();
    }

    /// SQL as it was written.
    private static List<Statement> written(String sql) {
        var text = sql.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).strip();
        }
        return text.isEmpty() ? List.of() : one(text);
    }

    protected final String alterTable(TableName table) {
        return "ALTER TABLE " + names.altered(table) + " ";
    }

    private List<Statement> createTable(Operation.CreateTable create, Evolution before) throws Unsupported {
        var table = create.table();
        var statements = new ArrayList<>(each(typesOf(table, before)));
        statements.add(Statement.of(definitions.tables().text(table, create.ifNotExists())));
        for (var index : table.indexes()) {
            statements.add(definitions.indexes().create(table.name(), index, false));
        }
        statements.addAll(each(comments(table)));
        return statements;
    }

    /// The types of their own that must be made before a table.
    protected abstract List<String> typesOf(Table table, Evolution before) throws Unsupported;

    /// The comments on a table and its columns, where they are statements.
    protected abstract List<String> comments(Table table) throws Unsupported;

    private String comment(TableName table, Optional<String> comment) throws Unsupported {
        return "COMMENT ON TABLE " + names.qualified(table) + " IS "
                + (comment.isPresent() ? definitions.columns().quoted(comment.get()) : "NULL");
    }

    private List<Statement> addColumn(Operation.AddColumn add) throws Unsupported {
        var column = add.column();
        var table = Table.named(add.table()).withColumns(List.of(column)).withConstraints(add.constraints());
        var inline = add.inlineReferences() ? onlyReference(table) : Optional.<ForeignKey>empty();
        var more = (add.inlinePrimaryKey() && table.isKey(column) ? " PRIMARY KEY" : "") + (inline.isPresent()
                ? " " + definitions.constraints().references(inline.get(), names.qualified(inline.get().target()))
                : "");
        var statements = new ArrayList<>(one(alterTable(add.table()) + "ADD COLUMN "
                + (add.ifNotExists() ? "IF NOT EXISTS " : "") + definitions.columns().text(table, column, more)));
        for (var constraint : definitions.constraints().ordered(table)) {
            if (!(constraint instanceof Constraint.PrimaryKey) && !inline.equals(Optional.of(constraint))) {
                statements.addAll(each(addConstraint(add.table(), constraint)));
            }
        }
        for (var index : add.indexes()) {
            statements.add(definitions.indexes().create(add.table(), index, false));
        }
        statements.addAll(each(comments(table)));
        return statements;
    }

    private static Optional<ForeignKey> onlyReference(Table table) {
        var keys = table.constraints().stream().flatMap(c -> c instanceof ForeignKey key
                ? Stream.of(key)
                : Stream.of()).toList();
        return keys.size() == 1 && keys.getFirst().columns().size() == 1
                ? Optional.of(keys.getFirst())
                : Optional.empty();
    }

    protected abstract List<String> alterColumn(Operation.AlterColumn alter) throws Unsupported;

    protected final String alterColumnOf(Operation.AlterColumn alter) {
        return alterTable(alter.table()) + "ALTER COLUMN " + names.quoteIfNeeded(alter.column()) + " ";
    }

    /// The change of a default.
    protected final List<String> changedFilling(Operation.AlterColumn alter) throws Unsupported {
        var change = alter.change();
        if (change.filling().isEmpty()) {
            return List.of();
        }
        var wanted = change.filling().get();
        var fillings = new ArrayList<>(List.of(wanted));
        change.existingFilling().ifPresent(fillings::add);
        if (fillings.stream().anyMatch(f -> f instanceof Filling.Computed)) {
            throw new Unsupported("A column can't become a computed one, or stop being one",
                    "Drop the column and add it anew");
        }
        if (fillings.stream().anyMatch(f -> f instanceof Filling.Identity)) {
            return changedIdentity(alter, wanted);
        }
        return List.of(alterColumnOf(alter) + definitions.columns().defaultText(wanted)
                .map(text -> "SET DEFAULT " + text).orElse("DROP DEFAULT"));
    }

    protected abstract List<String> changedIdentity(Operation.AlterColumn alter,
            Filling wanted) throws Unsupported;

    /// The check of a column's type, if it has one here.
    protected final Optional<Constraint.Check> checkOf(String column, SqlType type) throws Unsupported {
        return definitions.constraints().checkOf(Column.of(column, type));
    }

    protected abstract List<String> addConstraint(TableName table, Constraint constraint) throws Unsupported;

    protected abstract String dropConstraint(Operation.DropConstraint drop) throws Unsupported;

    protected abstract List<String> createEnumeration(SqlType.Enumeration type, boolean checkFirst, Evolution before)
            throws Unsupported;

    protected abstract List<String> dropEnumeration(SqlType.Enumeration type, boolean checkFirst, Evolution before)
            throws Unsupported;

    protected abstract List<String> createDomain(SqlType.Domain type) throws Unsupported;

    protected abstract List<String> dropDomain(SqlType.Domain type) throws Unsupported;

    protected abstract List<String> createSequence(Operation.CreateSequence create) throws Unsupported;

    protected final String createSequence(Operation.CreateSequence create, String type) {
        var sequence = create.sequence();
        var options = Sequences.options(sequence.options());
        return "CREATE SEQUENCE " + (create.ifNotExists() ? "IF NOT EXISTS " : "") + names.qualified(sequence.name())
                + type
                + (options.isEmpty() ? "" : " " + options);
    }

    protected List<String> dropSequence(Operation.DropSequence drop) {
        return List.of("DROP SEQUENCE " + (drop.ifExists() ? "IF EXISTS " : "") + names.qualified(drop.sequence()));
    }

    protected abstract List<Statement> rebuild(Operation.Rebuild rebuild, Evolution before) throws Unsupported;
}
