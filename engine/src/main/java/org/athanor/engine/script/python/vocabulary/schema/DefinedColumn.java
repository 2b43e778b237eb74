package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;
import org.athanor.engine.script.python.vocabulary.types.TypeClass;
import org.athanor.engine.type.SqlType;

/// `sa.Column(…)`: what a table's column is to be, and in statements the column itself.
public final class DefinedColumn implements ExpressionValue {
    private Optional<String> name;
    private Optional<String> key;
    private Value type;
    private boolean primaryKey;
    private boolean unique;
    private boolean index;
    private Counting counting = Counting.IF_ALONE;
    private Optional<Boolean> nullable = Optional.empty();
    private Optional<Value> preset = Optional.empty();
    private Optional<Value> refreshed = Optional.empty();
    private Optional<Filling> filling = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Map<String, String> settings = Map.of();
    private final List<ForeignKeyValue> foreignKeys = new ArrayList<>();
    private final List<ConstraintValue> checks = new ArrayList<>();
    private Optional<DefinedTable> table = Optional.empty();

    DefinedColumn(Optional<String> name, Value type) {
        this.name = name;
        this.key = Optional.empty();
        this.type = type;
    }

    public String columnName() {
        return name.orElseThrow(() -> PythonFault.raised("ArgumentError",
                "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table."));
    }

    /// Whether it has a name yet; the attribute of a mapped class gives one.
    public boolean isNamed() {
        return name.isPresent();
    }

    /// What fills it where a row says nothing (`default=`): a value, or what makes one.
    public Optional<Value> presetValue() {
        return preset;
    }

    /// The name by which Python's side knows it.
    String key() {
        return key.orElseGet(this::columnName);
    }

    /// The table it belongs to, once it does.
    public Optional<DefinedTable> table() {
        return table;
    }

    void attach(DefinedTable to) {
        if (table.isPresent() && !table.get().equals(to)) {
            throw PythonFault.raised("ArgumentError", "Column object '%s' already assigned to Table '%s'"
                    .formatted(columnName(), table.get().tableName()));
        }
        table = Optional.of(to);
    }

    public SqlType type() {
        return ColumnTypes.of(this, type);
    }

    boolean isKey() {
        return primaryKey;
    }

    boolean isUnique() {
        return unique;
    }

    boolean isIndexed() {
        return index;
    }

    Counting counting() {
        boolean valueElsewhere = preset.isPresent()
                || filling.isPresent() && !(filling.get() instanceof Filling.Identity);
        return counting != Counting.YES && valueElsewhere ? Counting.NO : counting;
    }

    Optional<Boolean> saidNullable() {
        return nullable;
    }

    /// What the revision itself gives where a statement says nothing (`default=`).
    Optional<Value> preset() {
        return preset;
    }

    Optional<Value> refreshed() {
        return refreshed;
    }

    public Filling filling() {
        return filling.orElse(Filling.NONE);
    }

    public Optional<String> comment() {
        return comment;
    }

    Map<String, String> settings() {
        return settings;
    }

    List<ForeignKeyValue> foreignKeys() {
        return foreignKeys;
    }

    List<ConstraintValue> checks() {
        return checks;
    }

    void read(ColumnArguments arguments) {
        key = arguments.key();
        primaryKey = arguments.given().flag("primary_key");
        unique = arguments.given().flag("unique");
        index = arguments.given().flag("index");
        counting = arguments.counting();
        nullable = arguments.given().bound().find("nullable").map(Value::truth);
        preset = arguments.preset();
        refreshed = arguments.given().bound().given("onupdate");
        filling = arguments.filling();
        comment = arguments.given().optionalText("comment");
        settings = arguments.settings();
        foreignKeys.addAll(arguments.foreignKeys());
        checks.addAll(arguments.checks());
    }

    /// The same column for another table.
    public DefinedColumn copy() {
        var copy = new DefinedColumn(name, type);
        copy.key = key;
        copy.primaryKey = primaryKey;
        copy.unique = unique;
        copy.index = index;
        copy.counting = counting;
        copy.nullable = nullable;
        copy.preset = preset;
        copy.refreshed = refreshed;
        copy.filling = filling;
        copy.comment = comment;
        copy.settings = settings;
        copy.foreignKeys.addAll(foreignKeys);
        copy.checks.addAll(checks);
        return copy;
    }

    @Override
    public SqlExpression expression() {
        return table.<SqlExpression>map(t -> t.reference(this))
                .orElseGet(() -> SqlExpression.column(columnName(), type()));
    }

    @Override
    public boolean isDefinedColumn() {
        return true;
    }

    @Override
    public String typeName() {
        return "Column";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> text(name);
            case "key" -> text(key.or(() -> name));
            case "type" -> type instanceof TypeClass named ? named.call(Arguments.of()) : type;
            case "nullable" -> Truth.of(nullable.orElse(!primaryKey));
            case "primary_key" -> Truth.of(primaryKey);
            case "unique" -> Truth.of(unique);
            case "index" -> Truth.of(index);
            case "comment" -> text(comment);
            case "default" -> preset.orElse(Nothing.NONE);
            case "table" -> table.<Value>map(t -> t).orElse(Nothing.NONE);
            case "copy", "_copy" -> NativeFunction.of("copy", "**kw", _ -> copy());
            default -> ExpressionValue.super.attribute(member);
        };
    }

    private static Value text(Optional<String> text) {
        return text.<Value>map(Text::new).orElse(Nothing.NONE);
    }

    @Override
    public void assign(String member, Value value) {
        switch (member) {
            case "name" -> name = Given.asText(value);
            case "key" -> key = Given.asText(value);
            case "type" -> type = value;
            case "nullable" -> nullable = Optional.of(value.truth());
            case "primary_key" -> primaryKey = value.truth();
            case "unique" -> unique = value.truth();
            case "index" -> index = value.truth();
            case "comment" -> comment = Given.asText(value);
            case "server_default" -> filling = value == Nothing.NONE
                    ? Optional.empty()
                    : Optional.of(Fillings.of(value, "Column"));
            default -> throw PythonFault.unreadable("setting '%s' of a Column isn't read".formatted(member));
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String shown() {
        return columnText().orElseGet(ExpressionValue.super::shown);
    }

    /// Names as they are, without quotes.
    private Optional<String> columnText() {
        return name.map(n -> table.map(t -> t.tableName() + ".").orElse("") + n);
    }
}
