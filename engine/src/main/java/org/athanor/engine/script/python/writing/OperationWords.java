package org.athanor.engine.script.python.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;

/// One operation as a call of `op`, or of `batch_op`, which knows its table already.
final class OperationWords {
    private static final String UNDER_THE_TABLE = " ".repeat(11);

    private final Words words;
    private final TableWords tables;
    private final Optional<TableName> batch;

    OperationWords(Words words, TableWords tables, Optional<TableName> batch) {
        this.words = words;
        this.tables = tables;
        this.batch = batch;
    }

    /// The lines of Python; none if there is nothing to do.
    List<String> lines(Operation operation) throws Unsayable {
        return switch (operation) {
            case Operation.CreateTable(var table, var ifNotExists) -> created(table, ifNotExists);
            case Operation.DropTable(var table, _) ->
                List.of("op.drop_table(" + TableWords.joined(name(table), TableWords.schema(table)) + ")");
            case Operation.RenameTable(var table, var newName) -> List.of("op.rename_table("
                    + TableWords.joined(name(table), texts(newName), TableWords.schema(table)) + ")");
            case Operation.AddColumn added -> added(added);
            case Operation.DropColumn(var table, var column, _) -> call("drop_column", table, texts(column), List.of());
            case Operation.AlterColumn(var table, var column, var change) -> altered(table, column, change);
            case Operation.CreateIndex(var table, var index, _) -> List.of(index(table, index));
            case Operation.DropIndex(var table, var schema, var name, _, var settings) -> List.of(call("drop_index",
                    TableWords.joined(texts(name.text()), outsideOfBatch(table.map(t -> "table_name="
                            + Words.text(t.name()))), outsideOfBatch(schema.map(s -> "schema=" + Words.text(s))),
                            tables.settings(settings))));
            case Operation.AddConstraint(var table, var constraint) -> List.of(constraint(table, constraint));
            case Operation.DropConstraint dropped -> List.of(dropped(dropped));
            case Operation.CommentTable(var table, var comment) -> List.of(call(
                    comment.isPresent() ? "create_table_comment" : "drop_table_comment",
                    TableWords.joined(table(table), comment.map(Words::text).stream().toList(), schema(table))));
            case Operation.Execute(var sql) -> Words.execute(sql);
            case Operation.CreateEnumeration _,Operation.DropEnumeration _,Operation.CreateDomain _,Operation.DropDomain _,Operation.CreateSchema _,Operation.DropSchema _,Operation.CreateSequence _,Operation.DropSequence _,Operation.ExecuteExpression _,Operation.InsertRows _,Operation.Rebuild _,Operation.OutsideTransaction _ ->
                throw new Unsayable("a statement of its own");
        };
    }

    /// What a batch knows already.
    private List<String> table(TableName table) {
        return batch.isPresent() ? List.of() : name(table);
    }

    private List<String> schema(TableName table) {
        return batch.isPresent() ? List.of() : TableWords.schema(table);
    }

    private List<String> outsideOfBatch(Optional<String> argument) {
        return batch.isPresent() ? List.of() : argument.stream().toList();
    }

    private static List<String> texts(String... texts) {
        return List.of(texts).stream().map(Words::text).toList();
    }

    private static List<String> name(TableName table) {
        return texts(table.name());
    }

    private List<String> created(Table table, boolean ifNotExists) throws Unsayable {
        var lines = new ArrayList<String>();
        lines.add("op.create_table(");
        lines.add("    %s,".formatted(Words.text(table.name().name())));
        for (var part : tables.parts(table)) {
            lines.add("    " + part + ",");
        }
        for (var option : tables.options(table)) {
            lines.add("    " + option + ",");
        }
        if (ifNotExists) {
            lines.add("    if_not_exists=True,");
        }
        lines.add(")");
        for (var index : table.indexes()) {
            lines.add(index(table.name(), index));
        }
        return lines;
    }

    private List<String> added(Operation.AddColumn added) throws Unsayable {
        if (!added.constraints().isEmpty() || !added.indexes().isEmpty()) {
            throw new Unsayable("constraints of a new column");
        }
        return call("add_column", added.table(), List.of(tables.column(Optional.empty(), added.column())), List.of());
    }

    private List<String> call(String method, TableName table, List<String> arguments, List<String> more) {
        return List.of(start(method, table) + TableWords.joined(arguments, batch.isPresent()
                ? List.of()
                : TableWords.schema(table), more) + ")");
    }

    private String start(String method, TableName table) {
        return batch.isPresent()
                ? "batch_op.%s(".formatted(method)
                : "op.%s(%s, ".formatted(method, Words.text(table.name()));
    }

    private String index(TableName table, Index index) throws Unsayable {
        var elements = "[" + String.join(", ", tables.elements(index)) + "]";
        return call("create_index", TableWords.joined(texts(index.name().text()), table(table), List.of(elements,
                "unique=" + Words.flag(index.unique())), schema(table), tables.settings(index.settings())));
    }

    /// As Alembic lays it out: what is there first, then what becomes of it, one below the other.
    private List<String> altered(TableName table, String column, ColumnChange change) throws Unsayable {
        var parts = new ArrayList<String>();
        if (change.filling().isPresent()) {
            parts.add("server_default=" + words.filling(change.filling().get()));
        }
        change.newName().ifPresent(n -> parts.add("new_column_name=" + Words.text(n)));
        if (change.type().isPresent()) {
            parts.add("type_=" + tables.types().of(change.type().get()));
        }
        change.nullable().ifPresent(n -> parts.add("nullable=" + Words.flag(n)));
        change.comment().ifPresent(c -> parts.add("comment=" + c.map(Words::text).orElse("None")));
        if (parts.isEmpty()) {
            return List.of();
        }
        if (change.existingType().isPresent()) {
            parts.addFirst("existing_type=" + tables.types().of(change.existingType().get()));
        }
        existing(change, parts);
        parts.addAll(tables.settings(change.settings()));
        if (batch.isEmpty()) {
            parts.addAll(TableWords.schema(table));
        }
        var lines = new ArrayList<String>();
        lines.add(start("alter_column", table) + Words.text(column) + ",");
        parts.subList(0, parts.size() - 1).forEach(part -> lines.add(UNDER_THE_TABLE + part + ","));
        lines.add(UNDER_THE_TABLE + parts.getLast() + ")");
        return lines;
    }

    private void existing(ColumnChange change, List<String> parts) throws Unsayable {
        change.existingComment().ifPresent(c -> parts.add("existing_comment=" + Words.text(c)));
        if (change.nullable().isEmpty() && change.existingNullable().isPresent()) {
            parts.add("existing_nullable=" + Words.flag(change.existingNullable().get()));
        }
        if (change.existingFilling().isPresent()) {
            var filling = change.existingFilling().get();
            boolean told = filling instanceof Filling.Identity || filling instanceof Filling.Computed
                    || change.filling().filter(Filling.Identity.class::isInstance).isPresent();
            if (told || change.filling().isEmpty() && !(filling instanceof Filling.None)) {
                parts.add("existing_server_default=" + words.filling(filling));
            }
        }
    }

    private String constraint(TableName table, Constraint constraint) throws Unsayable {
        var name = constraint.name().map(Name::text).map(Words::text).orElse("None");
        var own = batch.isPresent() ? List.of(name) : List.of(name, Words.text(table.name()));
        var schema = batch.isPresent() ? List.<String>of() : TableWords.schema(table);
        return switch (constraint) {
            case Constraint.PrimaryKey key -> call("create_primary_key", TableWords.joined(own,
                    List.of(Words.list(key.columns())), schema, TableWords.timing(key.timing()),
                    tables.settings(key.settings())));
            case Constraint.Unique unique -> call("create_unique_constraint", TableWords.joined(own,
                    List.of(Words.list(unique.columns())), TableWords.timing(unique.timing()), schema,
                    tables.settings(unique.settings())));
            case Constraint.ForeignKey key -> call("create_foreign_key", TableWords.joined(own,
                    List.of(Words.text(key.target().name()), Words.list(key.columns()),
                            Words.list(key.targetColumns())),
                    schema.stream().map(s -> "source_" + s).toList(),
                    key.target().schema().map(s -> "referent_schema=" + Words.text(s)).stream().toList(),
                    TableWords.actions(key), tables.settings(key.settings())));
            case Constraint.Check check -> call("create_check_constraint", TableWords.joined(own,
                    List.of(words.sql(check.condition())), schema, TableWords.timing(check.timing()),
                    tables.settings(check.settings())));
            case Constraint.Exclude _ -> throw new Unsayable("an exclude constraint");
        };
    }

    private String call(String method, String arguments) {
        return "%s.%s(%s)".formatted(batch.isPresent() ? "batch_op" : "op", method, arguments);
    }

    private String dropped(Operation.DropConstraint dropped) throws Unsayable {
        var name = dropped.name().map(Name::text).map(Words::text)
                .orElseThrow(() -> new Unsayable("a constraint without a name"));
        var type = dropped.kind().flatMap(OperationWords::type).map(t -> "type_=" + Words.text(t)).stream().toList();
        return call("drop_constraint", batch.isPresent()
                ? TableWords.joined(List.of(name), type)
                : TableWords.joined(List.of(name), name(dropped.table()), TableWords.schema(dropped.table()), type));
    }

    private static Optional<String> type(Constraint.Kind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> Optional.of("primary");
            case UNIQUE -> Optional.of("unique");
            case FOREIGN_KEY -> Optional.of("foreignkey");
            case CHECK -> Optional.of("check");
            case EXCLUDE -> Optional.empty();
        };
    }
}
