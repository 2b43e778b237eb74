package org.athanor.engine.script.python.value;

import java.util.Iterator;
import java.util.Optional;
import java.util.PrimitiveIterator;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `str`.
public record Text(String value) implements Value {
    public static final Text EMPTY = new Text("");
    private static final int SHORT = 64;

    /// Every text takes its room, whoever makes it; short ones are paid by the step that makes them.
    public Text {
        if (value.length() > SHORT) {
            Budget.room(value.length());
        }
    }

    /// The text that a value must be.
    public static String of(Value value, String what) {
        if (value.plain() instanceof Text text) {
            return text.value();
        }
        Unresolved.refuse(value);
        throw PythonFault.raised("TypeError", "%s must be str, not %s".formatted(what, value.typeName()));
    }

    @Override
    public String typeName() {
        return "str";
    }

    @Override
    public Value attribute(String name) {
        // What a method does may go through all of the text.
        Budget.time(value.length() >> 6);
        return TextMethods.ALL.of(this, name);
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public int size() {
        return Characters.count(value);
    }

    @Override
    public Iterator<Value> iterator() {
        PrimitiveIterator.OfInt points = value.codePoints().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return points.hasNext();
            }

            @Override
            public Value next() {
                return new Text(Character.toString(points.nextInt()));
            }
        };
    }

    @Override
    public boolean contains(Value element) {
        if (element.plain() instanceof Text part) {
            Budget.time(value.length() >> 6);
            return value.contains(part.value);
        }
        Unresolved.refuse(element);
        throw PythonFault.raised("TypeError",
                "'in <string>' requires string as left operand, not " + element.typeName());
    }

    @Override
    public Value item(Value key) {
        if (key instanceof Slice slice) {
            var range = slice.within(size());
            if (range.step() == 1) {
                return new Text(value.substring(Characters.start(value, range.from()),
                        Characters.start(value, Math.max(range.from(), range.to()))));
            }
            var out = new StringBuilder();
            range.forEach(i -> out.appendCodePoint(value.codePointAt(Characters.start(value, i))));
            return new Text(out.toString());
        }
        int i = Slice.index(key, size(), "string");
        return new Text(Character.toString(value.codePointAt(Characters.start(value, i))));
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        return switch (operator) {
            case ADD -> right.plain() instanceof Text other ? Optional.of(joined(other)) : Optional.empty();
            case MULTIPLY -> right instanceof Whole || right instanceof Truth
                    ? Optional.of(repeated(Whole.times(right)))
                    : Optional.empty();
            case MODULO -> Optional.of(new Text(PercentFormat.format(value, right)));
            case SUBTRACT, DIVIDE, FLOOR_DIVIDE, POWER, MATRIX, SHIFT_LEFT, SHIFT_RIGHT, OR, XOR, AND ->
                Optional.empty();
        };
    }

    private Text joined(Text other) {
        Budget.fits((long) value.length() + other.value.length());
        return new Text(value + other.value);
    }

    private Text repeated(int times) {
        Budget.fits((long) value.length() * Math.max(0, times));
        return new Text(value.repeat(Math.max(0, times)));
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        return operator == Operator.MULTIPLY && (left.plain() instanceof Whole || left instanceof Truth)
                ? Optional.of(repeated(Whole.times(left)))
                : Optional.empty();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        if (!(right.plain() instanceof Text other)) {
            return Optional.empty();
        }
        return switch (comparator) {
            case EQUAL -> Optional.of(Truth.of(value.equals(other.value)));
            case NOT_EQUAL -> Optional.of(Truth.of(!value.equals(other.value)));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IS, IS_NOT, IN, NOT_IN ->
                Operations.decide(comparator, Characters.compare(value, other.value));
        };
    }

    @Override
    public String written() {
        return Written.text(value);
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty() ? value : FormatSpecification.of(specification).text(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text
                ? value.equals(text.value)
                : other instanceof Instance instance && instance.plain() instanceof Text beneath
                        && value.equals(beneath.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
