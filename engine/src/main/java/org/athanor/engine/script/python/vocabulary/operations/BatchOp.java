package org.athanor.engine.script.python.vocabulary.operations;

import java.util.Optional;

import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// `batch_op`: the directives for the table of the block.
final class BatchOp implements Value {
    private static final String POSITION = "insert_before=None, insert_after=None";

    private final BatchBlock block;
    private final ColumnDirectives columns;
    private final ConstraintDirectives constraints;
    private final IndexDirectives indexes;
    private final TableDirectives tables;

    BatchOp(BatchBlock block) {
        this.block = block;
        this.columns = new ColumnDirectives(block);
        this.constraints = new ConstraintDirectives(block);
        this.indexes = new IndexDirectives(block);
        this.tables = new TableDirectives(block);
    }

    @Override
    public String typeName() {
        return "BatchOperations";
    }

    @Override
    public Value attribute(String member) {
        return column(member).or(() -> constraint(member)).or(() -> other(member)).orElseThrow(() -> unknown(member));
    }

    private Optional<Value> column(String member) {
        return Optional.ofNullable(switch (member) {
            case "add_column" -> directive(member, "column, *, " + POSITION + ", " + ColumnDirectives.ADD, g -> {
                columns.add(g);
                block.position(g, ColumnDirectives.name(g));
            });
            case "alter_column" -> directive(member,
                    "column_name, *, " + ColumnDirectives.ALTER + ", " + POSITION + ", **kw", g -> {
                        columns.alter(g);
                        block.position(g, ColumnDirectives.columnName(g));
                    });
            case "drop_column" -> directive(member, "column_name, *, if_exists=None, **kw", columns::drop);
            default -> null;
        });
    }

    private Optional<Value> constraint(String member) {
        return Optional.ofNullable(switch (member) {
            case "create_primary_key" -> directive(member, "constraint_name, columns", constraints::primaryKey);
            case "create_unique_constraint" -> directive(member,
                    "constraint_name, columns, *, " + ConstraintDirectives.TIMING + ", info=None, **kw",
                    constraints::unique);
            case "create_check_constraint" -> directive(member,
                    "constraint_name, condition, *, " + ConstraintDirectives.TIMING + ", info=None, **kw",
                    constraints::check);
            case "create_foreign_key" -> directive(member,
                    "constraint_name, referent_table, local_cols, remote_cols, *, " + ConstraintDirectives.REFERENCE
                            + ", "
                            + ConstraintDirectives.MORE_REFERENCE,
                    constraints::foreignKey);
            case "create_exclude_constraint" -> directive(member,
                    "constraint_name, *elements, where=None, using=None, ops=None, deferrable=None, initially=None, **kw",
                    constraints::exclude);
            case "drop_constraint" -> directive(member, "constraint_name, type_=None", constraints::drop);
            default -> null;
        });
    }

    private Optional<Value> other(String member) {
        return Optional.ofNullable(switch (member) {
            case "create_index" ->
                directive(member, "index_name, columns, *, " + IndexDirectives.CREATE, indexes::create);
            case "drop_index" -> directive(member, "index_name, *, " + IndexDirectives.DROP, g -> {
                var table = block.table(g, "");
                indexes.drop(g, Optional.of(table), table.schema());
            });
            case "create_table_comment" -> directive(member, "comment, *, existing_comment=None", tables::comment);
            case "drop_table_comment" -> directive(member, "*, existing_comment=None", tables::dropComment);
            case "execute", "f", "get_bind", "get_context", "inline_literal", "invoke", "run_async" ->
                block.op().attribute(member);
            default -> null;
        });
    }

    private Value directive(String name, String parameters, Place.Directive body) {
        return block.directive(name, parameters, body);
    }

    private static PythonFault unknown(String member) {
        return switch (member) {
            case "create_table", "drop_table", "rename_table", "bulk_insert", "batch_alter_table" ->
                PythonFault.raised("NotImplementedError",
                        "The %s method does not apply to a batch table alter operation.".formatted(member));
            default -> Op.unknown("batch_op", member);
        };
    }
}
