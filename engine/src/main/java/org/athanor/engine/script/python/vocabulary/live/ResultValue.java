package org.athanor.engine.script.python.vocabulary.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// What `execute()` gives: rows, once. `scalars()` and `mappings()` give the same rows as single values and dictionaries.
public final class ResultValue implements Value {
    private final Cursor cursor;
    private final Form form;
    private final Changed changed;
    private final Set<Value> seen = new HashSet<>();
    private final boolean unique;

    /// What a row is told as.
    sealed interface Form {
        record Rows() implements Form {}

        record Mappings() implements Form {}

        record Scalars(int column) implements Form {}
    }

    ResultValue(Cursor cursor, Form form, Changed changed, boolean unique) {
        this.cursor = cursor;
        this.form = form;
        this.changed = changed;
        this.unique = unique;
    }

    @Override
    public String typeName() {
        return switch (form) {
            case Form.Rows _ -> "CursorResult";
            case Form.Mappings _ -> "MappingResult";
            case Form.Scalars _ -> "ScalarResult";
        };
    }

    @Override
    public Value attribute(String name) {
        return all(name).or(() -> one(name)).or(() -> form(name)).or(() -> changed(name))
                .orElseGet(() -> Value.super.attribute(name));
    }

    private Optional<Value> all(String name) {
        return Optional.ofNullable(switch (name) {
            case "fetchall", "all" -> function(name, "", _ -> Sequence.of(iterator()));
            case "fetchmany" -> function(name, "size=1", b -> some(Whole.index(b.get("size", Whole.of(1)))));
            case "partitions" -> function(name, "size=1", this::partitions);
            case "close" -> function(name, "", _ -> {
                cursor.close();
                return Nothing.NONE;
            });
            case "keys" -> function(name, "", _ -> new Sequence(cursor.names().stream().map(Text::new).toList()));
            case "closed" -> Truth.of(cursor.isClosed());
            case "returns_rows" -> Truth.of(cursor.hasRows());
            default -> null;
        });
    }

    private Optional<Value> one(String name) {
        return Optional.ofNullable(switch (name) {
            case "fetchone" -> function(name, "", _ -> next().orElse(Nothing.NONE));
            case "first" -> function(name, "", _ -> closing(next()).orElse(Nothing.NONE));
            case "one" -> function(name, "", _ -> only().orElseThrow(ResultValue::noRow));
            case "one_or_none" -> function(name, "", _ -> only().orElse(Nothing.NONE));
            case "scalar" -> function(name, "", _ -> closing(next()).map(ResultValue::firstOf).orElse(Nothing.NONE));
            case "scalar_one" ->
                function(name, "", _ -> only().map(ResultValue::firstOf).orElseThrow(ResultValue::noRow));
            case "scalar_one_or_none" ->
                function(name, "", _ -> only().map(ResultValue::firstOf).orElse(Nothing.NONE));
            case "__next__" -> function(name, "",
                    _ -> next().orElseThrow(() -> PythonFault.raised("StopIteration", "")));
            default -> null;
        });
    }

    private Optional<Value> form(String name) {
        return Optional.ofNullable(switch (name) {
            case "scalars" -> function(name, "index=0", b -> as(new Form.Scalars(column(b.get("index", Whole.of(0))))));
            case "mappings" -> function(name, "", _ -> as(new Form.Mappings()));
            case "tuples" -> function(name, "", _ -> this);
            case "t" -> this;
            case "unique" -> function(name, "strategy=None", this::unique);
            case "yield_per" -> function(name, "num", _ -> this);
            case "execution_options" -> function(name, "**opt", _ -> this);
            default -> null;
        });
    }

    private Optional<Value> changed(String name) {
        return Optional.ofNullable(switch (name) {
            case "rowcount" -> Whole.of(changed.rows());
            case "lastrowid" -> changed.lastRow().get();
            case "inserted_primary_key" -> changed.key().get();
            case "context", "connection", "cursor", "freeze", "merge", "columns", "returned_defaults",
                    "inserted_primary_key_rows" ->
                throw PythonFault.unreadable("CursorResult.%s isn't read here".formatted(name));
            default -> null;
        });
    }

    private Value function(String name, String parameters, Function<Bound, Value> body) {
        return NativeFunction.of(typeName() + "." + name, parameters, body);
    }

    private Value as(Form other) {
        return new ResultValue(cursor, other, changed, unique);
    }

    private Value unique(Bound bound) {
        if (bound.given("strategy").isPresent()) {
            throw PythonFault.unreadable("unique() with a strategy isn't read here");
        }
        return new ResultValue(cursor, form, changed, true);
    }

    private int column(Value key) {
        return key instanceof Whole index ? index.index() : Math.max(0, cursor.names().indexOf(key.shown()));
    }

    private Sequence some(int size) {
        var some = new ArrayList<Value>();
        for (int i = 0; i < size; i++) {
            var row = next();
            if (row.isEmpty()) {
                break;
            }
            some.add(row.get());
        }
        return new Sequence(some);
    }

    private Value partitions(Bound bound) {
        int size = Whole.index(bound.get("size", Whole.of(1)));
        var parts = new ArrayList<Value>();
        for (var part = some(size); part.truth(); part = some(size)) {
            parts.add(part);
        }
        return new IteratorValue("generator", parts.iterator());
    }

    private Optional<Value> next() {
        while (cursor.hasNext()) {
            Budget.time(1);
            var value = formed();
            if (!unique || seen.add(value)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private Value formed() {
        var values = cursor.next();
        return switch (form) {
            case Form.Rows _ -> new RowValue(cursor.names(), values);
            case Form.Mappings _ -> new RowValue(cursor.names(), values).mapping();
            case Form.Scalars(var column) -> values.item(Whole.of(column));
        };
    }

    private Optional<Value> closing(Optional<Value> value) {
        cursor.close();
        return value;
    }

    private Optional<Value> only() {
        var first = next();
        if (first.isPresent() && next().isPresent()) {
            cursor.close();
            throw DatabaseErrors.raised("MultipleResultsFound",
                    "Multiple rows were found when exactly one was required");
        }
        return closing(first);
    }

    private static Value firstOf(Value value) {
        return value instanceof RowValue row ? row.values().elements().getFirst() : value;
    }

    private static PythonFault noRow() {
        return DatabaseErrors.raised("NoResultFound", "No row was found when one was required");
    }

    @Override
    public Value enter() {
        return this;
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        cursor.close();
        return false;
    }

    @Override
    public Iterator<Value> iterator() {
        return new Iterator<>() {
            private Optional<Value> ahead = Optional.empty();

            @Override
            public boolean hasNext() {
                ahead = ahead.or(ResultValue.this::next);
                return ahead.isPresent();
            }

            @Override
            public Value next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var value = ahead.orElseThrow();
                ahead = Optional.empty();
                return value;
            }
        };
    }
}
