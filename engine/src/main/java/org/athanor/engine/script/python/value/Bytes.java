package org.athanor.engine.script.python.value;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;

/// `bytes`; each character stands for one byte.
public record Bytes(String value) implements Value {
    public static Bytes of(byte[] bytes) {
        return new Bytes(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String typeName() {
        return "bytes";
    }

    @Override
    public Value attribute(String name) {
        return BytesMethods.ALL.of(this, name);
    }

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public int size() {
        return value.length();
    }

    @Override
    public Iterator<Value> iterator() {
        var bytes = value.chars().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return bytes.hasNext();
            }

            @Override
            public Value next() {
                return Whole.of(bytes.nextInt());
            }
        };
    }

    @Override
    public boolean contains(Value element) {
        return element instanceof Bytes part
                ? value.contains(part.value)
                : value.indexOf((char) Whole.index(element)) >= 0;
    }

    @Override
    public Value item(Value key) {
        if (key instanceof Slice slice) {
            var out = new StringBuilder();
            slice.within(value.length()).forEach(i -> out.append(value.charAt(i)));
            return new Bytes(out.toString());
        }
        return Whole.of(value.charAt(Slice.index(key, value.length(), "index")));
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        if (operator == Operator.ADD && right instanceof Bytes other) {
            Budget.room((long) value.length() + other.value.length());
            return Optional.of(new Bytes(value + other.value));
        }
        return operator == Operator.MULTIPLY ? operateReversed(operator, right) : Optional.empty();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        if (operator != Operator.MULTIPLY || Numbers.whole(left) == null) {
            return Optional.empty();
        }
        int times = Math.max(0, Whole.times(left));
        Budget.room((long) value.length() * times);
        return Optional.of(new Bytes(value.repeat(times)));
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        return right instanceof Bytes other
                ? Operations.decide(comparator, value.compareTo(other.value))
                : Optional.empty();
    }

    @Override
    public String written() {
        return Written.bytes(value);
    }
}
