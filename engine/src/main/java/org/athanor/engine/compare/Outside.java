package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.athanor.engine.compare.Comparison.NotCompared;
import org.athanor.engine.compare.Comparison.NotCompared.Side;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.TableName;

/// What neither side's model holds, by name.
final class Outside {
    private Outside() {}

    private record Key(String kind, TableName name) {}

    static List<NotCompared> of(Schema actual, Schema wanted) {
        var left = texts(actual);
        var right = texts(wanted);
        var all = new ArrayList<NotCompared>();
        left.forEach((key, text) -> all.add(new NotCompared(key.kind(), key.name(),
                !right.containsKey(key) ? Side.ACTUAL : text.equals(right.get(key)) ? Side.BOTH : Side.DIFFERENT)));
        right.keySet().stream().filter(key -> !left.containsKey(key))
                .forEach(key -> all.add(new NotCompared(key.kind(), key.name(), Side.WANTED)));
        return all;
    }

    private static Map<Key, String> texts(Schema schema) {
        var texts = new LinkedHashMap<Key, String>();
        schema.unmodelled().forEach(u -> texts.put(new Key(u.kind(), u.name()), u.text()));
        return texts;
    }
}
