package org.athanor.engine.script.python.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Instance;
import org.athanor.engine.script.python.value.PythonClass;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;

/// The names that an instruction mentions anywhere but in functions and classes that it defines.
final class Mentions {
    private final Set<String> names = new HashSet<>();

    private Mentions() {}

    static Set<String> in(Instruction instruction) {
        var mentions = new Mentions();
        mentions.read(instruction);
        return mentions.names;
    }

    /// Whether code that isn't read might have changed the value.
    static boolean isChangeable(Value value) {
        return value instanceof Sequence || value instanceof Dictionary || value instanceof ValueSet
                || value instanceof Instance || value instanceof PythonClass type && !type.isFixed();
    }

    private void readAll(List<Instruction> body) {
        body.forEach(this::read);
    }

    private void read(Instruction instruction) {
        switch (instruction) {
            case Instruction.Evaluate i -> read(i.value());
            case Instruction.Assign i -> {
                i.targets().forEach(this::read);
                read(i.value());
            }
            case Instruction.Annotate i -> {
                read(i.target());
                read(i.value());
            }
            case Instruction.Change i -> {
                read(i.target());
                read(i.value());
            }
            case Instruction.Delete i -> i.targets().forEach(this::read);
            case Instruction.Return i -> read(i.value());
            case Instruction.Raise i -> read(i.exception());
            case Instruction.Assert i -> read(i.condition());
            case Instruction.If i -> {
                read(i.condition());
                readAll(i.then());
                readAll(i.otherwise());
            }
            case Instruction.For i -> {
                read(i.source());
                readAll(i.body());
                readAll(i.otherwise());
            }
            case Instruction.While i -> {
                read(i.condition());
                readAll(i.body());
                readAll(i.otherwise());
            }
            case Instruction.With i -> {
                i.managed().forEach(m -> read(m.manager()));
                readAll(i.body());
            }
            case Instruction.Try i -> {
                readAll(i.body());
                i.handlers().forEach(h -> readAll(h.body()));
                readAll(i.otherwise());
                readAll(i.lastly());
            }
            case Instruction.Match i -> {
                read(i.subject());
                i.cases().forEach(c -> readAll(c.body()));
            }
            case Instruction.Function i -> i.decorators().forEach(this::read);
            case Instruction.ClassOf i -> i.decorators().forEach(this::read);
            case Instruction.Pass _,Instruction.Break _,Instruction.Continue _,Instruction.Import _,Instruction.ImportFrom _,Instruction.Global _,Instruction.Nonlocal _,Instruction.TypeAlias _ -> {
                // Nothing is mentioned that could change.
            }
        }
    }

    private void read(Optional<Expression> expression) {
        expression.ifPresent(this::read);
    }

    private void read(Expression expression) {
        switch (expression) {
            case Expression.Name e -> names.add(e.id());
            case Expression.Attribute e -> read(e.of());
            case Expression.Call e -> {
                read(e.function());
                e.arguments().forEach(this::read);
                e.keywords().forEach(k -> read(k.value()));
            }
            case Expression.Item e -> {
                read(e.of());
                read(e.key());
            }
            case Expression.Tuple e -> e.elements().forEach(this::read);
            case Expression.Sequence e -> e.elements().forEach(this::read);
            case Expression.SetOf e -> e.elements().forEach(this::read);
            case Expression.Dictionary e -> e.entries().forEach(entry -> {
                read(entry.key());
                read(entry.value());
            });
            case Expression.Starred e -> read(e.value());
            case Expression.Binary e -> {
                read(e.left());
                read(e.right());
            }
            case Expression.Unary e -> read(e.operand());
            case Expression.Junction e -> e.values().forEach(this::read);
            case Expression.Comparison e -> {
                read(e.left());
                e.links().forEach(l -> read(l.right()));
            }
            case Expression.Conditional e -> {
                read(e.condition());
                read(e.then());
                read(e.otherwise());
            }
            case Expression.Assigned e -> read(e.value());
            case Expression.Comprehension e -> {
                read(e.element());
                read(e.value());
                e.loops().forEach(l -> read(l.source()));
            }
            case Expression.Lambda e -> read(e.body());
            case Expression.Formatted e -> e.parts().forEach(this::read);
            case Expression.Field e -> read(e.value());
            case Expression.Await e -> read(e.value());
            case Expression.Yield e -> read(e.value());
            case Expression.Slice _,Expression.None _,Expression.Truth _,Expression.Ellipsis _,Expression.Whole _,Expression.Real _,Expression.Imaginary _,Expression.Text _,Expression.Bytes _ -> {
                // No name that could be changed.
            }
        }
    }
}
