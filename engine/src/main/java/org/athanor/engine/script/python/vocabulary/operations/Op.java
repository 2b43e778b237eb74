package org.athanor.engine.script.python.vocabulary.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.ConventionalName;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.argument.Nearest;
import org.athanor.engine.script.python.vocabulary.database.BindValue;
import org.athanor.engine.script.python.vocabulary.database.ContextValue;
import org.athanor.engine.script.python.vocabulary.database.Statements;
import org.athanor.engine.script.python.vocabulary.expressions.Execution;
import org.athanor.engine.script.python.vocabulary.expressions.Expressions;
import org.athanor.engine.script.python.vocabulary.expressions.TableValue;
import org.athanor.engine.script.python.vocabulary.schema.NamingConvention;
import org.athanor.engine.script.python.vocabulary.types.Types;

/// `alembic.op`: every directive records its operation.
public final class Op implements Value, Place {
    /// Directives that plug-ins of Alembic add, and which plug-in it is.
    private static final Map<String, String> PLUG_INS = Map.ofEntries(Map.entry("create_entity", "alembic_utils"),
            Map.entry("drop_entity", "alembic_utils"), Map.entry("replace_entity", "alembic_utils"),
            Map.entry("create_grant_table", "alembic_utils"), Map.entry("sync_enum_values", "alembic-postgresql-enum"),
            Map.entry("create_geospatial_table", "GeoAlchemy2"), Map.entry("drop_geospatial_table", "GeoAlchemy2"),
            Map.entry("create_geospatial_index", "GeoAlchemy2"), Map.entry("drop_geospatial_index", "GeoAlchemy2"),
            Map.entry("add_geospatial_column", "GeoAlchemy2"), Map.entry("drop_geospatial_column", "GeoAlchemy2"));

    private final BindValue bind;
    private final boolean offline;
    private final OwnOperations registered;
    private final ColumnDirectives columns = new ColumnDirectives(this);
    private final ConstraintDirectives constraints = new ConstraintDirectives(this);
    private final IndexDirectives indexes = new IndexDirectives(this);
    private final TableDirectives tables = new TableDirectives(this);

    public Op(BindValue bind, boolean offline, OwnOperations registered) {
        this.registered = registered;
        this.bind = bind;
        this.offline = offline;
    }

    BindValue bind() {
        return bind;
    }

    @Override
    public TableName table(Given given, String parameter) {
        var schema = given.bound().has("source_schema") ? "source_schema" : "schema";
        return new TableName(given.optionalText(schema), given.text(parameter));
    }

    @Override
    public void record(Operation operation, int line) {
        bind.recorder().record(operation, line);
    }

    /// SQLite adds a column without the constraints that come with it; those need a rebuild of the table.
    @Override
    public void add(Operation.AddColumn added, int line) {
        if (!product().equals("sqlite")) {
            record(added, line);
            return;
        }
        var possible = added.constraints().stream().filter(c -> isWithColumn(added, c)).toList();
        record(new Operation.AddColumn(added.table(), added.column(), possible, added.indexes(), added.ifNotExists(),
                added.inlineReferences(), added.inlinePrimaryKey()), line);
        if (added.constraints().stream().anyMatch(c -> !isWithColumn(added, c) && !isOfType(c))) {
            throw noConstraints(added.table());
        }
    }

    private static boolean isWithColumn(Operation.AddColumn added, Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _ -> true;
            case Constraint.ForeignKey _ -> added.inlineReferences()
                    && added.constraints().stream().filter(Constraint.ForeignKey.class::isInstance).count() == 1;
            case Constraint.Unique _,Constraint.Check _,Constraint.Exclude _ -> false;
        };
    }

    private static boolean isOfType(Constraint constraint) {
        return constraint instanceof Constraint.Check check && check.ofType().isPresent();
    }

    @Override
    public void constrain(Operation operation, int line) {
        if (!product().equals("sqlite")) {
            record(operation, line);
        } else if (operation instanceof Operation.AddConstraint(var table, var constraint) && !isOfType(constraint)) {
            throw noConstraints(table);
        } else if (operation instanceof Operation.DropConstraint dropped) {
            throw noConstraints(dropped.table());
        }
    }

    private static PythonFault noConstraints(TableName table) {
        return PythonFault.raised("NotImplementedError", ("No support for ALTER of constraints in SQLite dialect: use"
                + " op.batch_alter_table('%s'), which copies the table").formatted(table));
    }

    @Override
    public String product() {
        return bind.product();
    }

    @Override
    public String prefix() {
        return "op";
    }

    @Override
    public NamingConvention conventions() {
        return NamingConvention.DEFAULT;
    }

    @Override
    public String typeName() {
        return "module";
    }

    @Override
    public Value attribute(String member) {
        return table(member).or(() -> column(member)).or(() -> constraint(member)).or(() -> index(member))
                .or(() -> other(member)).or(() -> registered.find(member, this))
                .orElseThrow(() -> unknown("op", member));
    }

    private Optional<Value> table(String member) {
        return Optional.ofNullable(switch (member) {
            case "create_table" -> tables.create();
            case "drop_table" ->
                directive(member,
                        "table_name, *, schema=None, if_exists=None, comment=None, info=None, prefixes=None, **kw",
                        tables::drop);
            case "rename_table" -> directive(member, "old_table_name, new_table_name, *, schema=None", tables::rename);
            case "create_table_comment" -> directive(member,
                    "table_name, comment, *, existing_comment=None, schema=None", tables::comment);
            case "drop_table_comment" -> directive(member, "table_name, *, existing_comment=None, schema=None",
                    tables::dropComment);
            case "batch_alter_table" -> NativeFunction.of("op.batch_alter_table", BatchOptions.PARAMETERS, this::batch);
            default -> null;
        });
    }

    private Value batch(Bound bound) {
        var given = new Given("op.batch_alter_table()", bound);
        var name = table(given, "table_name");
        return new BatchBlock(this, name, BatchOptions.of(given, name, product()), bound.line());
    }

    private Optional<Value> column(String member) {
        return Optional.ofNullable(switch (member) {
            case "add_column" -> directive(member, "table_name, column, *, schema=None, " + ColumnDirectives.ADD,
                    columns::add);
            case "alter_column" -> directive(member,
                    "table_name, column_name, *, " + ColumnDirectives.ALTER + ", schema=None, **kw", columns::alter);
            case "drop_column" -> directive(member, "table_name, column_name, *, schema=None, if_exists=None, **kw",
                    columns::drop);
            default -> null;
        });
    }

    private Optional<Value> constraint(String member) {
        return Optional.ofNullable(switch (member) {
            case "create_primary_key" -> directive(member, "constraint_name, table_name, columns, *, schema=None",
                    constraints::primaryKey);
            case "create_unique_constraint" ->
                directive(member, "constraint_name, table_name, columns, *, schema=None, "
                        + ConstraintDirectives.TIMING + ", info=None, **kw", constraints::unique);
            case "create_check_constraint" ->
                directive(member, "constraint_name, table_name, condition, *, schema=None, "
                        + ConstraintDirectives.TIMING + ", info=None, **kw", constraints::check);
            case "create_foreign_key" -> directive(member,
                    "constraint_name, source_table, referent_table, local_cols, remote_cols, *, "
                            + ConstraintDirectives.REFERENCE + ", source_schema=None, "
                            + ConstraintDirectives.MORE_REFERENCE,
                    constraints::foreignKey);
            case "create_exclude_constraint" -> directive(member, "constraint_name, table_name, *elements, where=None,"
                    + " schema=None, using=None, ops=None, deferrable=None, initially=None, **kw",
                    constraints::exclude);
            case "drop_constraint" -> directive(member,
                    "constraint_name, table_name, type_=None, *, schema=None, if_exists=None", constraints::drop);
            default -> null;
        });
    }

    private Optional<Value> index(String member) {
        return Optional.ofNullable(switch (member) {
            case "create_index" -> directive(member,
                    "index_name, table_name, columns, *, schema=None, " + IndexDirectives.CREATE, indexes::create);
            case "drop_index" ->
                directive(member, "index_name, table_name=None, *, schema=None, " + IndexDirectives.DROP,
                        this::dropIndex);
            default -> null;
        });
    }

    private void dropIndex(Given given) {
        var schema = given.optionalText("schema");
        indexes.drop(given, given.optionalText("table_name").map(t -> new TableName(schema, t)), schema);
    }

    private Optional<Value> other(String member) {
        return Optional.ofNullable(switch (member) {
            case "execute" -> directive(member, "sqltext, *, execution_options=None",
                    g -> Statements.execute(bind, g.bound().get("sqltext"), Optional.empty(), g.bound().line()));
            case "bulk_insert" -> directive(member, "table, rows, *, multiinsert=True", this::bulkInsert);
            case "f" -> NativeFunction.of("op.f", "name",
                    b -> new ConventionalName(new Text(new Given("op.f()", b).text("name"))));
            case "inline_literal" -> NativeFunction.of("op.inline_literal", "value, type_=None", Op::literal);
            case "get_bind" -> NativeFunction.of("op.get_bind", "", _ -> bind);
            case "get_context" -> NativeFunction.of("op.get_context", "", _ -> new ContextValue(bind, offline));
            case "migration_context" -> new ContextValue(bind, offline);
            case "impl" -> new ContextValue(bind, offline).attribute("impl");
            case "invoke" ->
                NativeFunction.of("op.invoke", "operation", b -> registered.invoke(b.get("operation"), this));
            case "run_async", "implementation_for", "register_operation" ->
                throw PythonFault.unreadable("op.%s runs code that isn't read here".formatted(member));
            default -> null;
        });
    }

    private static Value literal(Bound bound) {
        var type = bound.given("type_").map(t -> Types.of(t, "op.inline_literal()", "type_"));
        var value = bound.get("value");
        return new InlineLiteral(value,
                type.map(t -> Expressions.of(value, t)).orElseGet(() -> Expressions.of(value)));
    }

    private void bulkInsert(Given given) {
        if (!(given.bound().get("table") instanceof TableValue table)) {
            throw given.wrong("table", "a table such as sa.table('t', sa.column('id'))", given.bound().get("table"));
        }
        var rows = given.bound().get("rows");
        if (!(rows instanceof Sequence list)) {
            throw given.wrong("rows", "a list of dicts", rows);
        }
        if (!list.elements().isEmpty()) {
            record(Execution.rows(table, rows, given.flag("multiinsert", true)), given.bound().line());
        }
    }

    /// The fault for a directive that Alembic doesn't have.
    static PythonFault unknown(String prefix, String member) {
        var plugIn = Optional.ofNullable(PLUG_INS.get(member));
        if (plugIn.isPresent()) {
            return PythonFault
                    .unreadable("%s.%s belongs to the plug-in %s, which isn't read here".formatted(prefix, member,
                            plugIn.get()));
        }
        var near = Nearest.of(member, NAMES).map(n -> "; did you mean %s?".formatted(n)).orElse("");
        return PythonFault.raised("AttributeError",
                "%s.%s isn't an operation of Alembic%s".formatted(prefix, member, near));
    }

    private static final List<String> NAMES = List.of("add_column", "alter_column", "batch_alter_table", "bulk_insert",
            "create_check_constraint", "create_exclude_constraint", "create_foreign_key", "create_index",
            "create_primary_key", "create_table", "create_table_comment", "create_unique_constraint", "drop_column",
            "drop_constraint", "drop_index", "drop_table", "drop_table_comment", "execute", "f", "get_bind",
            "get_context", "inline_literal", "rename_table");

}
