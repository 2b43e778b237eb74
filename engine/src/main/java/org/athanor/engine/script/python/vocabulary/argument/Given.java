package org.athanor.engine.script.python.vocabulary.argument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;
import org.athanor.engine.type.Name;

/// The arguments of one call, read as what the function wants; what doesn't fit names function and argument.
public record Given(String function, Bound bound) {
    public String text(String parameter) {
        return text(parameter, bound.get(parameter));
    }

    public Optional<String> optionalText(String parameter) {
        return bound.given(parameter).map(v -> text(parameter, v));
    }

    /// The argument, if it is a text.
    public Optional<String> optionalTextValue(String parameter) {
        return bound.given(parameter).flatMap(Given::asText);
    }

    public Optional<Name> name(String parameter) {
        return bound.given(parameter).map(v -> name(parameter, v));
    }

    public boolean flag(String parameter) {
        return bound.find(parameter).map(Value::truth).orElse(false);
    }

    public boolean flag(String parameter, boolean otherwise) {
        return bound.find(parameter).map(Value::truth).orElse(otherwise);
    }

    public Optional<Boolean> optionalFlag(String parameter) {
        return bound.given(parameter).map(Value::truth);
    }

    public OptionalInt number(String parameter) {
        return bound.given(parameter).map(v -> OptionalInt.of(Math.toIntExact(number(parameter, v))))
                .orElse(OptionalInt.empty());
    }

    public Optional<Long> optionalNumber(String parameter) {
        return bound.given(parameter).map(v -> number(parameter, v));
    }

    /// The names in a list; a text alone is one name.
    public List<String> names(String parameter) {
        return bound.given(parameter).map(v -> names(parameter, v)).orElse(List.of());
    }

    private List<String> names(String parameter, Value value) {
        if (asText(value).isPresent()) {
            throw wrong(parameter, "a list of texts", value);
        }
        var names = new ArrayList<String>();
        value.iterator().forEachRemaining(v -> names.add(text(parameter, v)));
        return names;
    }

    private String text(String parameter, Value value) {
        return asText(value).orElseThrow(() -> wrong(parameter, "a text", value));
    }

    private Name name(String parameter, Value value) {
        return asName(value).orElseThrow(() -> wrong(parameter, "a text", value));
    }

    private long number(String parameter, Value value) {
        return switch (value.plain()) {
            case Whole whole when whole.value().bitLength() < Long.SIZE -> whole.value().longValueExact();
            case Truth truth -> truth.truth() ? 1 : 0;
            default -> throw wrong(parameter, "a whole number", value);
        };
    }

    /// Python's error for an argument of the wrong kind.
    public PythonFault wrong(String parameter, String wanted, Value value) {
        Unresolved.refuse(value);
        return PythonFault.raised("TypeError",
                "%s: argument '%s' must be %s, not %s".formatted(function, parameter, wanted,
                        value == Nothing.NONE ? "None" : value.typeName()));
    }

    /// A value in a message: data as they are written, anything else by its kind.
    public static String described(Value value) {
        return BuiltinClasses.isData(value) ? value.written() : "a " + value.typeName();
    }

    /// The text that a value is, whatever its name promises.
    public static Optional<String> asText(Value value) {
        return switch (value.plain()) {
            case Text text -> Optional.of(text.value());
            case ConventionalName name -> Optional.of(name.text().value());
            default -> Optional.empty();
        };
    }

    /// The name of a constraint, index or type.
    public static Optional<Name> asName(Value value) {
        return switch (value.plain()) {
            case Text text -> Optional.of(Name.written(text.value()));
            case ConventionalName name -> Optional.of(Name.made(name.text().value()));
            default -> Optional.empty();
        };
    }
}
