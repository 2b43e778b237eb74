package org.athanor.engine.script.python.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/// An expression, and the line it starts on.
public sealed interface Expression {
    int line();

    record None(int line) implements Expression {}

    record Truth(boolean value, int line) implements Expression {}

    /// `...`
    record Ellipsis(int line) implements Expression {}

    record Whole(BigInteger value, int line) implements Expression {}

    record Real(double value, int line) implements Expression {}

    /// `3j`: read, never computed with.
    record Imaginary(double value, int line) implements Expression {}

    /// A text literal, neighbours already joined and escapes resolved.
    record Text(String value, int line) implements Expression {}

    /// A bytes literal; each character stands for one byte.
    record Bytes(String value, int line) implements Expression {}

    /// An f-string: texts and fields in their order. A template string (`t""`) is `template`.
    record Formatted(List<Expression> parts, boolean template, int line) implements Expression {
        public Formatted {
            parts = List.copyOf(parts);
        }
    }

    /// A field of an f-string: `{value!r:format}`. `conversion` is `r`, `s`, `a`, or 0.
    record Field(Expression value, char conversion, Optional<Expression> format, int line) implements Expression {}

    record Name(String id, int line) implements Expression {}

    record Attribute(Expression of, String name, int line) implements Expression {}

    /// `of[key]`; the key may be a Slice or a Tuple with slices.
    record Item(Expression of, Expression key, int line) implements Expression {}

    record Slice(Optional<Expression> from, Optional<Expression> to, Optional<Expression> step, int line)
            implements
                Expression {}

    record Tuple(List<Expression> elements, int line) implements Expression {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    record Sequence(List<Expression> elements, int line) implements Expression {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    record SetOf(List<Expression> elements, int line) implements Expression {
        public SetOf {
            elements = List.copyOf(elements);
        }
    }

    /// An entry without a key is `**value`.
    record Dictionary(List<Entry> entries, int line) implements Expression {
        public Dictionary {
            entries = List.copyOf(entries);
        }

        public record Entry(Optional<Expression> key, Expression value) {}
    }

    /// `*value` in a call, a container or an assignment's target.
    record Starred(Expression value, int line) implements Expression {}

    /// Arguments in their order; a `**value` is a keyword without a name.
    record Call(Expression function, List<Expression> arguments, List<Keyword> keywords, int line)
            implements
                Expression {
        public Call {
            arguments = List.copyOf(arguments);
            keywords = List.copyOf(keywords);
        }
    }

    record Keyword(Optional<String> name, Expression value, int line) {}

    record Binary(Expression left, Operator operator, Expression right, int line) implements Expression {}

    record Unary(Sign sign, Expression operand, int line) implements Expression {
        public enum Sign {
            PLUS, MINUS, INVERT, NOT
        }
    }

    /// `a and b and c`, `a or b`: values in their order.
    record Junction(boolean all, List<Expression> values, int line) implements Expression {
        public Junction {
            values = List.copyOf(values);
        }
    }

    /// `a < b <= c`: one more operand than comparisons.
    record Comparison(Expression left, List<Link> links, int line) implements Expression {
        public Comparison {
            links = List.copyOf(links);
        }

        public record Link(Comparator comparator, Expression right) {}
    }

    /// `then if condition else otherwise`
    record Conditional(Expression condition, Expression then, Expression otherwise, int line) implements Expression {}

    record Lambda(Parameters parameters, Expression body, int line) implements Expression {}

    /// `name := value`
    record Assigned(String name, Expression value, int line) implements Expression {}

    /// A comprehension; only one of a dictionary has a value beside its element (the key).
    record Comprehension(Kind kind, Expression element, Optional<Expression> value, List<Loop> loops, int line)
            implements
                Expression {
        public Comprehension {
            loops = List.copyOf(loops);
        }

        public enum Kind {
            LIST, SET, DICTIONARY, GENERATOR
        }

        public record Loop(Expression target, Expression source, List<Expression> conditions, boolean asynchronous) {
            public Loop {
                conditions = List.copyOf(conditions);
            }
        }
    }

    record Await(Expression value, int line) implements Expression {}

    record Yield(Optional<Expression> value, boolean from, int line) implements Expression {}
}
