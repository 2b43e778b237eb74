package org.athanor.engine.script.python.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// `sorted` and `list.sort`.
public final class Sorting {
    private Sorting() {}

    /// Sorted as Python does: with `<` alone, and equal ones stay in their order.
    public static List<Value> sorted(Iterator<Value> elements, Value key, boolean reverse) {
        var keyed = new ArrayList<Keyed>();
        while (elements.hasNext()) {
            var element = elements.next();
            Budget.room(9);
            keyed.add(new Keyed(key == Nothing.NONE ? element : key.call(Arguments.of(element)), element));
        }
        if (reverse) {
            Collections.reverse(keyed);
        }
        var sorted = merged(keyed);
        if (reverse) {
            Collections.reverse(sorted);
        }
        var values = new ArrayList<Value>(sorted.size());
        for (var one : sorted) {
            values.add(one.value);
        }
        return values;
    }

    private record Keyed(Value key, Value value) {}

    private static List<Keyed> merged(List<Keyed> list) {
        if (list.size() < 2) {
            return list;
        }
        int middle = list.size() / 2;
        var left = merged(list.subList(0, middle));
        var right = merged(list.subList(middle, list.size()));
        var all = new ArrayList<Keyed>(list.size());
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            Budget.time(1);
            all.add(Operations.less(right.get(j).key, left.get(i).key) ? right.get(j++) : left.get(i++));
        }
        all.addAll(left.subList(i, left.size()));
        all.addAll(right.subList(j, right.size()));
        return all;
    }
}
