package org.athanor.engine.script.python.vocabulary.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// `Enum` and its relatives: types with a list of values, given as texts or as a class of Python's `enum`.
final class Enumerations {
    /// What else is named is left out, as SQLAlchemy does.
    private static final String OPTIONS = "native_enum=True, create_constraint=False, values_callable=None, sort_key_function=None,"
            + " length=None, omit_aliases=True, validate_strings=False, name=None, create_type=True, inherit_schema=False,"
            + " schema=None, metadata=None, quote=None!, _create_events=True!";
    static final TypeClass GENERIC = new TypeClass("Enum", "*enums, " + OPTIONS + ", **kw",
            g -> of(g, g.flag("native_enum", true)));
    static final TypeClass POSTGRESQL = new TypeClass("ENUM", "*enums, " + OPTIONS + ", **kw", true, g -> of(g, true));

    private Enumerations() {}

    private static SqlType of(Given given, boolean nativeType) {
        var values = values(given);
        int longest = values.stream().mapToInt(Enumerations::characters).max().orElse(0);
        var length = given.bound().has("length") ? given.number("length") : OptionalInt.empty();
        if (length.isPresent() && length.getAsInt() < longest) {
            throw PythonFault.raised("ValueError",
                    ("When provided, length must be larger or equal than the length of the"
                            + " longest enum value. %d < %d").formatted(length.getAsInt(), longest));
        }
        return new SqlType.Enumeration(values, name(given), given.optionalText("schema"), making(given), nativeType,
                given.flag("create_constraint"), length);
    }

    static SqlType.Enumeration.Making making(Given given) {
        return given.flag("create_type", true)
                ? SqlType.Enumeration.Making.WITH_TABLE
                : SqlType.Enumeration.Making.WHEN_ASKED;
    }

    private static int characters(String value) {
        return value.codePointCount(0, value.length());
    }

    private static Optional<Name> name(Given given) {
        return given.name("name").or(() -> given.bound().has("name")
                ? Optional.empty()
                : enumClass(given).map(c -> Name.written(text(c.attribute("__name__")).toLowerCase(Locale.ROOT))));
    }

    private static Optional<Value> enumClass(Given given) {
        var enums = given.bound().rest();
        return enums.size() == 1 && Given.asText(enums.getFirst()).isEmpty()
                ? Optional.of(enums.getFirst())
                : Optional.empty();
    }

    private static List<String> values(Given given) {
        var byClass = enumClass(given);
        if (byClass.isPresent()) {
            return ofClass(given, byClass.get());
        }
        return given.bound().rest().stream().map(v -> Given.asText(v).or(() -> textOfMember(v))
                .orElseThrow(() -> given.wrong("enums", "texts", v))).toList();
    }

    private static List<String> ofClass(Given given, Value enumClass) {
        var callable = given.bound().given("values_callable");
        var values = new ArrayList<String>();
        if (callable.isPresent()) {
            callable.get().call(Arguments.of(enumClass)).iterator().forEachRemaining(v -> values.add(text(v)));
            return values;
        }
        for (Map.Entry<Value, Value> member : members(given, enumClass).entrySet()) {
            if (!given.flag("omit_aliases", true) || member.getValue().attribute("name").equals(member.getKey())) {
                values.add(text(member.getKey()));
            }
        }
        return values;
    }

    private static Map<Value, Value> members(Given given, Value enumClass) {
        try {
            if (enumClass.attribute("__members__") instanceof Dictionary members) {
                return members.entries();
            }
        } catch (PythonFault fault) {
            if (fault.kind() != PythonFault.Kind.RAISED) {
                throw fault;
            }
        }
        throw given.wrong("enums", "texts or a class of enum.Enum", enumClass);
    }

    private static Optional<String> textOfMember(Value value) {
        try {
            return Given.asText(value.attribute("value"));
        } catch (PythonFault fault) {
            if (fault.kind() == PythonFault.Kind.RAISED) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static String text(Value value) {
        return Given.asText(value).or(() -> textOfMember(value)).orElseThrow(() -> PythonFault.raised("TypeError",
                "the values of an enum must be texts, not " + value.typeName()));
    }
}
