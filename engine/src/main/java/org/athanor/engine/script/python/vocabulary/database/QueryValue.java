package org.athanor.engine.script.python.vocabulary.database;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Slice;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.script.python.vocabulary.expressions.Queries;
import org.athanor.engine.script.python.vocabulary.live.RowValue;
import org.athanor.engine.script.python.vocabulary.record.Connection;

/// `session.query(…)`: of tables and columns, which give rows, or of one mapped class, which gives its objects.
final class QueryValue implements Value {
    private final Connection bind;
    private final Unit unit;
    private final Optional<Model> entity;
    private final Value select;

    private QueryValue(Connection bind, Unit unit, Optional<Model> entity, Value select) {
        this.bind = bind;
        this.unit = unit;
        this.entity = entity;
        this.select = select;
    }

    static QueryValue of(Connection bind, Unit unit, List<Value> entities) {
        if (entities.size() == 1 && entities.getFirst() instanceof Model model) {
            return new QueryValue(bind, unit, Optional.of(model), Queries.of(List.of(model.table())));
        }
        if (entities.stream().anyMatch(Model.class::isInstance)) {
            throw PythonFault.unreadable("session.query() of a mapped class together with something else isn't read");
        }
        return new QueryValue(bind, unit, Optional.empty(), Queries.of(entities));
    }

    @Override
    public String typeName() {
        return "Query";
    }

    @Override
    public Value attribute(String name) {
        return narrowed(name).or(() -> rows(name)).or(() -> changes(name))
                .orElseThrow(() -> PythonFault.unreadable("Query.%s isn't read here".formatted(name)));
    }

    private Optional<Value> narrowed(String name) {
        return Optional.ofNullable(switch (name) {
            case "filter", "where", "order_by", "group_by", "having", "join", "outerjoin", "limit", "offset",
                    "distinct",
                    "select_from", "with_for_update" ->
                NativeFunction.of("Query." + name, "*args, **kw", b -> with(name, b));
            case "filter_by" -> NativeFunction.of("Query.filter_by", "**kw", this::filterBy);
            case "options", "yield_per", "execution_options", "enable_eagerloads", "populate_existing", "autoflush" ->
                NativeFunction.of("Query." + name, "*args, **kw", _ -> this);
            case "with_entities" -> NativeFunction.of("Query.with_entities", "*entities",
                    b -> new QueryValue(bind, unit, Optional.empty(),
                            select.attribute("with_only_columns").call(new Arguments(tables(b.rest()),
                                    Map.of(), b.line()))));
            case "subquery", "exists", "scalar_subquery", "as_scalar" -> select.attribute(name);
            case "statement" -> select;
            default -> null;
        });
    }

    private Value with(String name, Bound bound) {
        var arguments = new Arguments(tables(bound.rest()), bound.namedRest(), bound.line());
        return new QueryValue(bind, unit, entity, select.attribute(name).call(arguments));
    }

    private static List<Value> tables(List<Value> values) {
        return values.stream().map(v -> v instanceof Model model ? model.table() : v).toList();
    }

    private Value filterBy(Bound bound) {
        var filtered = select;
        for (var entry : bound.namedRest().entrySet()) {
            var column = entity.map(e -> e.columns().get(entry.getKey())).map(c -> c.columnName())
                    .orElse(entry.getKey());
            filtered = Queries.filtered(filtered, column, entry.getValue());
        }
        return new QueryValue(bind, unit, entity, filtered);
    }

    private Optional<Value> rows(String name) {
        return Optional.ofNullable(switch (name) {
            case "all" -> NativeFunction.of("Query.all", "", _ -> new Sequence(all(select)));
            case "first" -> NativeFunction.of("Query.first", "", _ -> all(limited(1)).stream().findFirst()
                    .orElse(Nothing.NONE));
            case "one", "one_or_none" -> NativeFunction.of("Query." + name, "", _ -> one(name));
            case "scalar" -> NativeFunction.of("Query.scalar", "", _ -> scalar());
            case "get" -> NativeFunction.of("Query.get", "ident", b -> get(b.get("ident")));
            case "count" -> NativeFunction.of("Query.count", "",
                    _ -> ask(Queries.count(select)).attribute("scalar").call(Arguments.of()));
            default -> null;
        });
    }

    private Value limited(int rows) {
        return select.attribute("limit").call(Arguments.of(Whole.of(rows)));
    }

    private Value ask(Value statement) {
        unit.flush();
        return unit.execute(statement);
    }

    private List<Value> all(Value statement) {
        var rows = new ArrayList<Value>();
        ask(statement).iterator().forEachRemaining(row -> rows.add(entity.<Value>map(e -> object(e, row)).orElse(row)));
        return rows;
    }

    private ModelObject object(Model type, Value row) {
        var values = new LinkedHashMap<String, Value>();
        type.columns().forEach((attribute, column) -> values.put(attribute,
                ((RowValue) row).attribute(column.columnName())));
        return unit.object(type, values);
    }

    private Value one(String name) {
        var rows = all(select);
        if (rows.size() == 1) {
            return rows.getFirst();
        }
        if (rows.isEmpty() && name.equals("one_or_none")) {
            return Nothing.NONE;
        }
        throw Errors.raised(rows.isEmpty() ? "NoResultFound" : "MultipleResultsFound", rows.isEmpty()
                ? "No row was found when one was required"
                : "Multiple rows were found when exactly one was required");
    }

    private Value scalar() {
        var rows = all(select);
        if (rows.size() > 1) {
            throw Errors.raised("MultipleResultsFound", "Multiple rows were found when one or none was required");
        }
        return rows.stream().findFirst().<Value>map(r -> r instanceof RowValue row
                ? row.values().elements().getFirst()
                : r).orElse(Nothing.NONE);
    }

    /// The object with this key.
    Value get(Value key) {
        var model = entity.orElseThrow(() -> PythonFault.unreadable("get() of what isn't a mapped class"));
        var parts = key instanceof Tuple tuple ? tuple.elements() : List.of(key);
        var columns = model.key().stream().map(k -> model.columns().get(k)).map(c -> c == null ? "" : c.columnName())
                .toList();
        return all(Queries.where(select, model.table().source(), columns, parts)).stream().findFirst()
                .orElse(Nothing.NONE);
    }

    private Optional<Value> changes(String name) {
        return Optional.ofNullable(switch (name) {
            case "update" -> NativeFunction.of("Query.update",
                    "values, synchronize_session=None, update_args=None", b -> rowCount(
                            Queries.update(select, names(b.get("values")))));
            case "delete" -> NativeFunction.of("Query.delete", "synchronize_session=None, delete_args=None",
                    _ -> rowCount(Queries.delete(select)));
            default -> null;
        });
    }

    /// Values may be named by a column, by its name or by the attribute that it is.
    private Value names(Value values) {
        if (!(values instanceof Dictionary given) || entity.isEmpty()) {
            return values;
        }
        var named = new LinkedHashMap<Value, Value>();
        given.entries().forEach((name, value) -> named.put(Optional.ofNullable(entity.get().columns().get(name.shown()))
                .<Value>map(c -> new Text(c.columnName())).orElse(name), value));
        return new Dictionary(named);
    }

    private Value rowCount(Value statement) {
        var count = ask(statement).attribute("rowcount");
        unit.forget();
        return count;
    }

    @Override
    public Iterator<Value> iterator() {
        return all(select).iterator();
    }

    @Override
    public Value item(Value key) {
        if (key instanceof Slice) {
            return new Sequence(all(select)).item(key);
        }
        return all(select).get(Whole.index(key));
    }
}
