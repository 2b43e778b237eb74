package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.types.Types;

/// The arguments of `sa.Column`: name and type may stand first, then everything else that belongs to the column.
final class ColumnArguments {
    private static final String PARAMETERS = "*args, name=None, type_=None, autoincrement='auto', default=None,"
            + " insert_default=None, doc=None, key=None, index=None, unique=None, info=None, nullable=None, onupdate=None,"
            + " primary_key=False, server_default=None, server_onupdate=None, quote=None, system=False!, comment=None,"
            + " insert_sentinel=False!, **dialect_kwargs";

    private final Given given;
    private final List<ForeignKeyValue> foreignKeys = new ArrayList<>();
    private final List<ConstraintValue> checks = new ArrayList<>();
    private Optional<Filling> filling = Optional.empty();
    private Optional<Value> preset;

    private ColumnArguments(Given given) {
        this.given = given;
        this.preset = given.bound().given("insert_default").or(() -> given.bound().given("default"));
    }

    static Value maker() {
        return NativeFunction.of("Column", PARAMETERS, ColumnArguments::column);
    }

    private static Value column(Bound bound) {
        var given = new Given("Column()", bound);
        var rest = new ArrayList<>(bound.rest());
        var name = name(given, rest);
        name.ifPresent(n -> Quoting.check("Column", n, bound.given("quote")));
        var function = "Column(%s)".formatted(name.map(n -> "'" + n + "'").orElse(""));
        var type = type(new Given(function, bound), rest);
        var arguments = new ColumnArguments(new Given(function, bound));
        arguments.readDefault();
        for (var item : rest) {
            arguments.read(item);
        }
        var column = new DefinedColumn(name, type);
        column.read(arguments);
        return column;
    }

    private static Optional<String> name(Given given, List<Value> rest) {
        var named = given.optionalText("name");
        if (rest.isEmpty()) {
            return named;
        }
        var first = Given.asText(rest.getFirst());
        if (first.isPresent() && named.isPresent()) {
            throw PythonFault.raised("ArgumentError", "May not pass name positionally and as a keyword.");
        }
        if (first.isPresent() || rest.getFirst() == Nothing.NONE) {
            rest.removeFirst();
        }
        return first.or(() -> named);
    }

    private static Value type(Given given, List<Value> rest) {
        var named = given.bound().given("type_");
        if (rest.isEmpty()) {
            return named.orElse(Nothing.NONE);
        }
        boolean isType = Types.isType(rest.getFirst());
        if (isType && named.isPresent()) {
            throw PythonFault.raised("ArgumentError", "May not pass type_ positionally and as a keyword.");
        }
        Value type = isType ? rest.getFirst() : named.orElse(Nothing.NONE);
        if (isType || rest.getFirst() == Nothing.NONE) {
            rest.removeFirst();
        }
        return type;
    }

    private void readDefault() {
        given.bound().given("server_default").ifPresent(v -> filling = Optional.of(Fillings.of(v, given.function())));
    }

    private void read(Value item) {
        switch (item) {
            case ForeignKeyValue key -> foreignKeys.add(key);
            case ConstraintValue check when check.typeName().equals("CheckConstraint") -> checks.add(check);
            case FillingValue generated -> filling = Optional.of(generated.filling());
            case SequenceValue sequence -> preset = Optional.of(sequence);
            case Nothing _ -> {
                // None may stand anywhere.
            }
            default -> throw PythonFault.raised("ArgumentError",
                    "%s: 'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got %s"
                            .formatted(given.function(), item.typeName()));
        }
    }

    Given given() {
        return given;
    }

    Optional<String> key() {
        return given.optionalText("key");
    }

    Counting counting() {
        return given.bound().find("autoincrement").map(v -> switch (v) {
            case Text text when text.value().equals("ignore_fk") -> Counting.EVEN_IF_REFERRING;
            case Text _ -> Counting.IF_ALONE;
            case Truth truth -> truth.truth() ? Counting.YES : Counting.NO;
            default -> v.truth() ? Counting.YES : Counting.NO;
        }).orElse(Counting.IF_ALONE);
    }

    Optional<Value> preset() {
        return preset;
    }

    Optional<Filling> filling() {
        return filling;
    }

    List<ForeignKeyValue> foreignKeys() {
        return foreignKeys;
    }

    List<ConstraintValue> checks() {
        return checks;
    }

    Map<String, String> settings() {
        if (given.bound().namedRest().isEmpty()) {
            return Map.of();
        }
        var texts = new LinkedHashMap<String, String>();
        Settings.of(given.function(), given.bound().namedRest(), Settings.COLUMN).forEach((name, setting) -> {
            if (setting instanceof Setting.Text(var text)) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
