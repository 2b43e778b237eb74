package org.athanor.engine.script.python.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.script.python.library.TypingName;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.BuiltinClasses;
import org.athanor.engine.script.python.value.Descriptor;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Unresolved;
import org.athanor.engine.script.python.value.Value;

/// Classes of the file.
final class Classes {
    private final Evaluation evaluation;

    Classes(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    Value define(Instruction.ClassOf c, Frame frame) {
        evaluation.budget().descend();
        try {
            return evaluation.calls().decorated(c.decorators(), made(c, frame), frame);
        } finally {
            evaluation.budget().ascend();
        }
    }

    private Value made(Instruction.ClassOf c, Frame frame) {
        var bases = new ArrayList<PythonClass>();
        Optional<Value> foreign = Optional.empty();
        for (var base : evaluation.expressions().elements(c.bases(), frame)) {
            switch (base) {
                case PythonClass type -> bases.add(type);
                case TypingName _ -> {
                    // `Generic[T]` and the like say nothing about objects.
                }
                default -> foreign = foreign.or(() -> Optional.of(base));
            }
        }
        var keywords = keywords(c, frame);
        var metaclass = Optional.ofNullable(keywords.get("metaclass")).filter(value -> !isAbstract(value));
        foreign = foreign.or(() -> metaclass);
        if (foreign.isPresent()) {
            return extended(c, foreign.get(), bases, frame);
        }
        var members = body(c, frame);
        var type = PythonClass.of(c.name(), bases, members);
        claim(members, type);
        told(type, keywords);
        return type;
    }

    private Map<String, Value> keywords(Instruction.ClassOf c, Frame frame) {
        var keywords = new LinkedHashMap<String, Value>();
        for (var keyword : c.keywords()) {
            keyword.name().ifPresent(
                    name -> keywords.put(name, evaluation.expressions().value(keyword.value(), frame)));
        }
        return keywords;
    }

    private static boolean isAbstract(Value metaclass) {
        return metaclass instanceof PythonClass type && type.name().equals("ABCMeta");
    }

    /// A class that extends one made elsewhere: whether that can be said is for the other to know.
    private Value extended(Instruction.ClassOf c, Value base, List<PythonClass> others, Frame frame) {
        if (base instanceof Unresolved unresolved) {
            return new Unresolved(c.name(), "%s extends %s; %s".formatted(c.name(), unresolved.name(),
                    unresolved.reason()), c.line());
        }
        var members = body(c, frame);
        others.stream().flatMap(other -> other.order().stream()).filter(type -> !type.isFixed())
                .forEach(type -> type.members().forEach(members::putIfAbsent));
        var extended = base.extend(c.name(), members);
        if (extended.isEmpty() && BuiltinClasses.isData(base)) {
            throw PythonFault.raised("TypeError", "%s is no class to extend".formatted(base.written()));
        }
        return extended.orElseGet(() -> new Unresolved(c.name(),
                "The class %s extends %s; that isn't read here".formatted(c.name(), name(base)), c.line()));
    }

    private static String name(Value base) {
        try {
            return base.attribute("__name__").shown();
        } catch (PythonFault _) {
            return base.typeName();
        }
    }

    private Map<String, Value> body(Instruction.ClassOf c, Frame frame) {
        var inside = frame.inside(Frame.Kind.CLASS, Scope.of(c.body()));
        evaluation.instructions().run(c.body(), inside);
        if (!c.body().isEmpty() && c.body().getFirst() instanceof Instruction.Evaluate first
                && first.value() instanceof Expression.Text text) {
            inside.names().put("__doc__", new Text(text.value()));
        }
        var members = new LinkedHashMap<String, Value>();
        for (var name : List.copyOf(inside.names().keySet())) {
            var value = inside.own(name);
            if (value != null) {
                members.put(name, name.equals("__new__") && value instanceof FileFunction
                        ? new Descriptor.StaticMethod(value)
                        : implicit(name, value));
            }
        }
        return members;
    }

    private static Value implicit(String name, Value value) {
        return value instanceof FileFunction && (name.equals("__init_subclass__") || name.equals("__class_getitem__"))
                ? new Descriptor.ClassMethod(value)
                : value;
    }

    /// Tells the functions of the body which class they are in, for `super()`.
    private static void claim(Map<String, Value> members, PythonClass type) {
        for (var member : members.values()) {
            claim(member, type);
        }
    }

    private static void claim(Value member, PythonClass type) {
        switch (member) {
            case FileFunction function -> function.belongsTo(type);
            case Descriptor.StaticMethod method -> claim(method.function(), type);
            case Descriptor.ClassMethod method -> claim(method.function(), type);
            case Descriptor.Property property -> {
                claim(property.getter(), type);
                property.setter().ifPresent(setter -> claim(setter, type));
            }
            default -> {
                // No function.
            }
        }
    }

    /// `__init_subclass__` of what the class extends, and `__set_name__` of its members.
    private static void told(PythonClass type, Map<String, Value> keywords) {
        for (var parent : type.order().subList(1, type.order().size())) {
            if (parent.members().get("__init_subclass__") instanceof Descriptor hook) {
                var more = new LinkedHashMap<>(keywords);
                more.remove("metaclass");
                hook.inClass(type).call(new Arguments(List.of(), more, 0));
                return;
            }
        }
    }
}
