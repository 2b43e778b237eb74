package org.athanor.engine.script.python.value;

import java.util.function.IntConsumer;

/// `from:to:step` as a key.
public record Slice(Value from, Value to, Value step) implements Value {
    /// The indexes that a slice means in a sequence: from the first one in steps, as long as they are before the last.
    public record Within(int from, int to, int step) {
        public int count() {
            long distance = step > 0 ? (long) to - from : (long) from - to;
            long size = Math.abs((long) step);
            return distance <= 0 ? 0 : (int) ((distance + size - 1) / size);
        }

        public void forEach(IntConsumer action) {
            int count = count();
            Budget.room(count);
            for (int i = 0; i < count; i++) {
                action.accept(from + i * step);
            }
        }
    }

    public Within within(int size) {
        int stride = step == Nothing.NONE ? 1 : bound(step);
        if (stride == 0) {
            throw PythonFault.raised("ValueError", "slice step cannot be zero");
        }
        int least = stride > 0 ? 0 : -1;
        int most = stride > 0 ? size : size - 1;
        int first = from == Nothing.NONE ? stride > 0 ? least : most : clamp(bound(from), size, least, most);
        int last = to == Nothing.NONE ? stride > 0 ? most : least : clamp(bound(to), size, least, most);
        return new Within(first, last, Math.max(stride, -Integer.MAX_VALUE));
    }

    private static int bound(Value value) {
        if (Numbers.whole(value) == null) {
            Unresolved.refuse(value);
            throw PythonFault.raised("TypeError",
                    "slice indices must be integers or None or have an __index__ method");
        }
        return Whole.index(value);
    }

    private static int clamp(int index, int size, int least, int most) {
        long from = index < 0 ? (long) index + size : index;
        return Math.clamp(from, least, most);
    }

    /// The place that a key means in a sequence.
    static int index(Value key, int size, String what) {
        if (Numbers.whole(key) == null) {
            Unresolved.refuse(key);
            throw PythonFault.raised("TypeError", what.equals("string") || what.equals("range object")
                    ? "%s indices must be integers%s, not '%s'".formatted(what.replace(" object", ""),
                            what.equals("string") ? "" : " or slices", key.typeName())
                    : "%s indices must be integers or slices, not %s".formatted(what, key.typeName()));
        }
        int index = Whole.index(key);
        int at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw PythonFault.raised("IndexError", what + " index out of range");
        }
        return at;
    }

    @Override
    public String typeName() {
        return "slice";
    }

    @Override
    public Value attribute(String name) {
        return switch (name) {
            case "start" -> from;
            case "stop" -> to;
            case "step" -> step;
            default -> Value.super.attribute(name);
        };
    }

    @Override
    public boolean hashable() {
        return false;
    }

    @Override
    public String written() {
        return "slice(%s, %s, %s)".formatted(from.written(), to.written(), step.written());
    }
}
