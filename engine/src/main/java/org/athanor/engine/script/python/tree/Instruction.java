package org.athanor.engine.script.python.tree;

import java.util.List;
import java.util.Optional;

/// A statement of Python (called so because a statement is SQL's elsewhere), and the line it starts on.
public sealed interface Instruction {
    int line();

    record Evaluate(Expression value, int line) implements Instruction {}

    /// `a = b = value`: targets in their order.
    record Assign(List<Expression> targets, Expression value, int line) implements Instruction {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /// `a: annotation = value`
    record Annotate(Expression target, Expression annotation, Optional<Expression> value, int line)
            implements
                Instruction {}

    /// `a += value`
    record Change(Expression target, Operator operator, Expression value, int line) implements Instruction {}

    record Delete(List<Expression> targets, int line) implements Instruction {
        public Delete {
            targets = List.copyOf(targets);
        }
    }

    record Pass(int line) implements Instruction {}

    record Break(int line) implements Instruction {}

    record Continue(int line) implements Instruction {}

    record Return(Optional<Expression> value, int line) implements Instruction {}

    record Raise(Optional<Expression> exception, Optional<Expression> cause, int line) implements Instruction {}

    record Assert(Expression condition, Optional<Expression> message, int line) implements Instruction {}

    /// `import a.b as c, d`
    record Import(List<Alias> names, int line) implements Instruction {
        public Import {
            names = List.copyOf(names);
        }
    }

    /// `from ..module import a as b`: `level` counts the dots; `*` is a name.
    record ImportFrom(String module, int level, List<Alias> names, int line) implements Instruction {
        public ImportFrom {
            names = List.copyOf(names);
        }
    }

    record Alias(String name, Optional<String> as) {}

    record Global(List<String> names, int line) implements Instruction {
        public Global {
            names = List.copyOf(names);
        }
    }

    record Nonlocal(List<String> names, int line) implements Instruction {
        public Nonlocal {
            names = List.copyOf(names);
        }
    }

    /// `elif` is an If in `otherwise`.
    record If(Expression condition, List<Instruction> then, List<Instruction> otherwise, int line)
            implements
                Instruction {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    record For(Expression target, Expression source, List<Instruction> body, List<Instruction> otherwise,
            boolean asynchronous, int line) implements Instruction {
        public For {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    record While(Expression condition, List<Instruction> body, List<Instruction> otherwise, int line)
            implements
                Instruction {
        public While {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    record With(List<Managed> managed, List<Instruction> body, boolean asynchronous, int line)
            implements
                Instruction {
        public With {
            managed = List.copyOf(managed);
            body = List.copyOf(body);
        }

        public record Managed(Expression manager, Optional<Expression> as) {}
    }

    record Try(List<Instruction> body, List<Handler> handlers, List<Instruction> otherwise,
            List<Instruction> lastly, int line) implements Instruction {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            otherwise = List.copyOf(otherwise);
            lastly = List.copyOf(lastly);
        }

        /// `except type as name:`; `group` for `except*`.
        public record Handler(Optional<Expression> type, Optional<String> name, boolean group, List<Instruction> body,
                int line) {
            public Handler {
                body = List.copyOf(body);
            }
        }
    }

    record Function(String name, Parameters parameters, List<Instruction> body, List<Expression> decorators,
            Optional<Expression> returns, boolean asynchronous, int line) implements Instruction {
        public Function {
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    record ClassOf(String name, List<Expression> bases, List<Expression.Keyword> keywords, List<Instruction> body,
            List<Expression> decorators, int line) implements Instruction {
        public ClassOf {
            bases = List.copyOf(bases);
            keywords = List.copyOf(keywords);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /// `type Name = value`
    record TypeAlias(String name, Expression value, int line) implements Instruction {}

    record Match(Expression subject, List<Case> cases, int line) implements Instruction {
        public Match {
            cases = List.copyOf(cases);
        }

        public record Case(Pattern pattern, Optional<Expression> guard, List<Instruction> body) {
            public Case {
                body = List.copyOf(body);
            }
        }
    }
}
