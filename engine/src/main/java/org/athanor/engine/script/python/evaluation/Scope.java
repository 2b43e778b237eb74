package org.athanor.engine.script.python.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Pattern;

/// The names that a body gives values to, and whose they are.
final class Scope {
    static final Scope NONE = of(List.of());

    private final Set<String> assigned = new HashSet<>();
    private final Set<String> global = new HashSet<>();
    private final Set<String> nonlocal = new HashSet<>();
    private final boolean looksIntoExpressions;
    private boolean yields;

    private Scope(boolean looksIntoExpressions) {
        this.looksIntoExpressions = looksIntoExpressions;
    }

    static Scope of(List<Instruction> body) {
        return of(body, true);
    }

    /// The same where no expression binds a name or suspends.
    static Scope ofInstructions(List<Instruction> body) {
        return of(body, false);
    }

    private static Scope of(List<Instruction> body, boolean looksIntoExpressions) {
        var scope = new Scope(looksIntoExpressions);
        scope.readAll(body);
        if (!scope.global.isEmpty() || !scope.nonlocal.isEmpty()) {
            scope.assigned.removeAll(scope.global);
            scope.assigned.removeAll(scope.nonlocal);
        }
        return scope;
    }

    static Scope of(Instruction instruction) {
        return of(List.of(instruction));
    }

    boolean assigns(String name) {
        return assigned.contains(name);
    }

    Set<String> assigned() {
        return assigned;
    }

    boolean isGlobal(String name) {
        return !global.isEmpty() && global.contains(name);
    }

    boolean isNonlocal(String name) {
        return !nonlocal.isEmpty() && nonlocal.contains(name);
    }

    /// Whether the body is one of a generator.
    boolean yields() {
        return yields;
    }

    private void readAll(List<Instruction> body) {
        for (var instruction : body) {
            read(instruction);
        }
    }

    private void read(Instruction instruction) {
        switch (instruction) {
            case Instruction.Evaluate e -> value(e.value());
            case Instruction.Assign a -> {
                a.targets().forEach(this::target);
                value(a.value());
            }
            case Instruction.Annotate a -> {
                target(a.target());
                a.value().ifPresent(this::value);
            }
            case Instruction.Change c -> {
                target(c.target());
                value(c.value());
            }
            case Instruction.Delete d -> d.targets().forEach(this::target);
            case Instruction.Return r -> r.value().ifPresent(this::value);
            case Instruction.Import i -> i.names().forEach(n -> assigned.add(bound(n, true)));
            case Instruction.ImportFrom i -> i.names().forEach(n -> assigned.add(bound(n, false)));
            case Instruction.Global g -> global.addAll(g.names());
            case Instruction.Nonlocal n -> nonlocal.addAll(n.names());
            case Instruction.Function f -> assigned.add(f.name());
            case Instruction.ClassOf c -> assigned.add(c.name());
            case Instruction.TypeAlias t -> assigned.add(t.name());
            case Instruction.If _,Instruction.For _,Instruction.While _,Instruction.With _,Instruction.Try _,Instruction.Match _ ->
                compound(instruction);
            case Instruction.Pass _,Instruction.Break _,Instruction.Continue _,Instruction.Raise _,Instruction.Assert _ -> {
                // They bind no name.
            }
        }
    }

    private void compound(Instruction instruction) {
        switch (instruction) {
            case Instruction.If i -> {
                value(i.condition());
                readAll(i.then());
                readAll(i.otherwise());
            }
            case Instruction.For f -> {
                target(f.target());
                readAll(f.body());
                readAll(f.otherwise());
            }
            case Instruction.While w -> {
                value(w.condition());
                readAll(w.body());
                readAll(w.otherwise());
            }
            case Instruction.With w -> {
                w.managed().forEach(m -> m.as().ifPresent(this::target));
                readAll(w.body());
            }
            case Instruction.Try t -> {
                readAll(t.body());
                t.handlers().forEach(h -> {
                    h.name().ifPresent(assigned::add);
                    readAll(h.body());
                });
                readAll(t.otherwise());
                readAll(t.lastly());
            }
            case Instruction.Match m -> m.cases().forEach(c -> {
                pattern(c.pattern());
                readAll(c.body());
            });
            default -> throw new IllegalStateException("Not compound: " + instruction);
        }
    }

    static String bound(Instruction.Alias alias, boolean firstPart) {
        int dot = alias.name().indexOf('.');
        return alias.as().orElse(firstPart && dot > 0 ? alias.name().substring(0, dot) : alias.name());
    }

    private void target(Expression target) {
        switch (target) {
            case Expression.Name n -> assigned.add(n.id());
            case Expression.Tuple t -> t.elements().forEach(this::target);
            case Expression.Sequence s -> s.elements().forEach(this::target);
            case Expression.Starred s -> target(s.value());
            default -> {
                // An attribute or an item of something that is there.
            }
        }
    }

    private void value(Expression value) {
        if (!looksIntoExpressions) {
            return;
        }
        switch (value) {
            case Expression.Yield _ -> yields = true;
            case Expression.Assigned a -> assigned.add(a.name());
            case Expression.Call c -> {
                for (var argument : c.arguments()) {
                    value(argument);
                }
                for (var keyword : c.keywords()) {
                    value(keyword.value());
                }
            }
            case Expression.Binary b -> {
                value(b.left());
                value(b.right());
            }
            case Expression.Tuple t -> t.elements().forEach(this::value);
            case Expression.Comparison c -> {
                value(c.left());
                c.links().forEach(l -> value(l.right()));
            }
            case Expression.Junction j -> j.values().forEach(this::value);
            case Expression.Unary u -> value(u.operand());
            default -> {
                // No name is bound in there, or none that could be missed.
            }
        }
    }

    private void pattern(Pattern pattern) {
        switch (pattern) {
            case Pattern.Same _ -> {
                // It binds nothing.
            }
            case Pattern.Capture c -> {
                c.name().ifPresent(assigned::add);
                c.pattern().ifPresent(this::pattern);
            }
            case Pattern.Either e -> e.patterns().forEach(this::pattern);
            case Pattern.Several s -> s.patterns().forEach(this::pattern);
            case Pattern.Rest r -> rest(r.name());
            case Pattern.Mapping m -> {
                m.entries().forEach(e -> pattern(e.pattern()));
                rest(m.rest());
            }
            case Pattern.OfClass c -> {
                c.positions().forEach(this::pattern);
                c.named().forEach(n -> pattern(n.pattern()));
            }
        }
    }

    private void rest(Optional<String> name) {
        name.ifPresent(assigned::add);
    }
}
