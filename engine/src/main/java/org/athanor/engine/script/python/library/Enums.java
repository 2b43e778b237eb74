package org.athanor.engine.script.python.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntBinaryOperator;

import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor.NativeMethod;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.IteratorValue;
import org.athanor.engine.script.python.value.Module;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.Whole;

/// `enum`
final class Enums {
    static final PythonClass ENUM = PythonClass.own("Enum", List.of(BuiltinClasses.OBJECT),
            (type, _) -> new Instance(type), new EnumClass(), Set.of(),
            members(false));
    static final PythonClass INT_ENUM = extending("IntEnum", BuiltinClasses.INT, members(true));
    static final PythonClass STR_ENUM = extending("StrEnum", BuiltinClasses.STR, members(true));
    static final PythonClass FLAG = PythonClass.own("Flag", List.of(ENUM),
            (type, _) -> new Instance(type), new EnumClass(), Set.of(),
            flagMembers());
    static final PythonClass INT_FLAG = PythonClass.own("IntFlag", List.of(BuiltinClasses.INT, FLAG),
            (type, _) -> new Instance(type), new EnumClass(), Set.of(),
            members(true));

    private Enums() {}

    private static PythonClass extending(String name, PythonClass mixed, Map<String, Value> members) {
        return PythonClass.own(name, List.of(mixed, ENUM),
                (type, _) -> new Instance(type), new EnumClass(),
                Set.of(), members);
    }

    static Module module() {
        return new Members().type(ENUM).type(INT_ENUM).type(STR_ENUM).type(FLAG).type(INT_FLAG)
                .function("auto", "*args", _ -> new Automatic())
                .tolerant("unique", "enumeration", given -> EnumClass.unique(given.get("enumeration")))
                .value("EnumMeta", new TypingName("EnumMeta")).value("EnumType", new TypingName("EnumType"))
                .tolerant("verify", "*args", _ -> Tolerant.of("verify", "cls", given -> given.get("cls")))
                .tolerant("member", "value", given -> given.get("value"))
                .tolerant("nonmember", "value", given -> new NonMember(given.get("value")))
                .module("enum");
    }

    /// `auto()`: the next value.
    record Automatic() implements Value {
        @Override
        public String typeName() {
            return "auto";
        }
    }

    /// `nonmember(value)`
    record NonMember(Value value) implements Value {
        @Override
        public String typeName() {
            return "nonmember";
        }
    }

    /// How members are written; those that are numbers or texts first of all are shown as those.
    private static Map<String, Value> members(boolean plain) {
        var members = new LinkedHashMap<String, Value>();
        members.put("__repr__", NativeMethod.of("__repr__", "", (self, _) -> new Text(
                "<%s.%s: %s>".formatted(self.typeName(), self.attribute("name").shown(),
                        self.attribute("value").written()))));
        members.put("__str__", NativeMethod.of("__str__", "", (self, _) -> plain
                ? new Text(self.attribute("value").shown())
                : new Text(self.typeName() + "." + self.attribute("name").shown())));
        members.put("__format__", NativeMethod.of("__format__", "spec",
                (self, given) -> new Text((plain ? self.attribute("value") : new Text(self.shown()))
                        .format(given.get("spec").shown()))));
        return members;
    }

    private static Map<String, Value> flagMembers() {
        var members = members(false);
        members.put("__or__", combining("__or__", (a, b) -> a | b));
        members.put("__and__", combining("__and__", (a, b) -> a & b));
        members.put("__xor__", combining("__xor__", (a, b) -> a ^ b));
        members.put("__invert__", NativeMethod.of("__invert__", "", (self, _) -> {
            var type = BuiltinClasses.of(self);
            int all = 0;
            for (var iterator = type.iterator(); iterator.hasNext();) {
                all |= Whole.index(iterator.next().attribute("value"));
            }
            return EnumClass.flag(type, all & ~Whole.index(self.attribute("value")));
        }));
        members.put("__contains__", NativeMethod.of("__contains__", "other", (self, given) -> {
            int wanted = Whole.index(given.get("other").attribute("value"));
            return Truth.of((Whole.index(self.attribute("value")) & wanted) == wanted);
        }));
        members.put("__bool__", NativeMethod.of("__bool__", "",
                (self, _) -> Truth.of(self.attribute("value").truth())));
        members.put("__iter__", NativeMethod.of("__iter__", "", (self, _) -> {
            var within = new ArrayList<Value>();
            for (var iterator = BuiltinClasses.of(self).iterator(); iterator.hasNext();) {
                var one = iterator.next();
                if ((Whole.index(one.attribute("value")) & Whole.index(self.attribute("value"))) != 0) {
                    within.add(one);
                }
            }
            return new IteratorValue("generator", within.iterator());
        }));
        return members;
    }

    private static NativeMethod combining(String name, IntBinaryOperator deed) {
        return NativeMethod.of(name, "other", (self, given) -> EnumClass.flag(BuiltinClasses.of(self),
                deed.applyAsInt(Whole.index(self.attribute("value")),
                        Whole.index(given.get("other").attribute("value")))));
    }
}
