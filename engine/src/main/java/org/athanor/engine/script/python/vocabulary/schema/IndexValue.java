package org.athanor.engine.script.python.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.Name;

/// `sa.Index(…)`, whether or not it belongs to a table yet.
public final class IndexValue implements Value {
    private final Optional<Name> name;
    private final List<Value> elements;
    private final boolean unique;
    private final Map<String, Setting> settings;
    private Optional<DefinedTable> table = Optional.empty();

    private IndexValue(Optional<Name> name, List<Value> elements, boolean unique, Map<String, Setting> settings) {
        this.name = name;
        this.elements = elements;
        this.unique = unique;
        this.settings = settings;
    }

    static Value maker() {
        return NativeFunction.of("Index",
                "name, *expressions, unique=False, quote=None!, info=None, _table=None!, _column_flag=False!, **dialect_kw",
                IndexValue::of);
    }

    private static Value of(Bound bound) {
        var given = new Given("Index()", bound);
        var index = new IndexValue(given.name("name"), bound.rest(), given.flag("unique"),
                Settings.of(given.function(), bound.namedRest(), Settings.INDEX));
        var owner = bound.rest().stream()
                .flatMap(v -> v instanceof DefinedColumn c ? c.table().stream() : Stream.empty()).findFirst();
        owner.ifPresent(t -> t.append(index));
        if (owner.isEmpty() && bound.rest().stream().anyMatch(IndexValue::isOverTable)) {
            throw PythonFault
                    .unreadable("Index(): an index over nothing but expressions of a table's columns isn't read;"
                            + " use op.create_index()");
        }
        return index;
    }

    /// Whether a column of a table is somewhere in an expression: the index then belongs to that table.
    private static boolean isOverTable(Value element) {
        return element instanceof ExpressionValue value && isOverTable(value.expression());
    }

    private static boolean isOverTable(SqlExpression expression) {
        return switch (expression) {
            case SqlExpression.ColumnName column -> column.source().isPresent();
            case SqlExpression.Call call -> call.arguments().stream().anyMatch(IndexValue::isOverTable);
            case Combined.Unary(_, var operand, _) -> isOverTable(operand);
            case Combined.Binary binary -> isOverTable(binary.left()) || isOverTable(binary.right());
            case Combined.Grouping(var inside) -> isOverTable(inside);
            case Combined.Cast(var value, _) -> isOverTable(value);
            default -> false;
        };
    }

    void attach(DefinedTable to) {
        table = Optional.of(to);
    }

    public DefinedTable table() {
        return table.orElseThrow(() -> PythonFault.raised("UnboundExecutionError",
                "the index '%s' belongs to no table".formatted(name.map(Name::text).orElse(""))));
    }

    /// The index as part of a table.
    public Index index(DefinedTable of) {
        return Indexes.of("Index()", name, of.name(), elements, unique, settings, of.metadata().conventions());
    }

    @Override
    public String typeName() {
        return "Index";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> name.<Value>map(n -> new Text(n.text())).orElse(Nothing.NONE);
            case "create" -> NativeFunction.of(member, "bind, checkfirst=False", this::create);
            case "drop" -> NativeFunction.of(member, "bind, checkfirst=False", this::drop);
            default -> Value.super.attribute(member);
        };
    }

    private Value create(Bound bound) {
        Types.connection(bound.get("bind"), "Index.create()").recorder()
                .record(new Operation.CreateIndex(table().name(), index(table()), false), bound.line());
        return Nothing.NONE;
    }

    private Value drop(Bound bound) {
        var owner = table();
        Types.connection(bound.get("bind"), "Index.drop()").recorder().record(new Operation.DropIndex(
                Optional.of(owner.name()), owner.schema(), index(owner).name(), false, settings), bound.line());
        return Nothing.NONE;
    }
}
