package org.athanor.engine.compare;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.Name;

/// What a schema has: by each thing that stands alone (`table orders`, `view totals`) its parts, in texts in which the same is
/// always written alike. It tells soon which of many schemas are near to another one;
/// only a [Comparison] tells what differs.
public record Fingerprint(Map<String, Map<String, String>> things) {
    public Fingerprint {
        things = Map.copyOf(things);
    }

    /// Takes fingerprints of schemas that have much in common.
    public static final class Maker {
        private final Dialect dialect;
        private final CanonicalText text;
        private final Map<Table, Map<String, String>> known = new HashMap<>();

        public Maker(Dialect dialect) {
            this.dialect = dialect;
            this.text = new CanonicalText(dialect);
        }

        public Fingerprint of(Schema schema) {
            var traits = new Traits(dialect, schema);
            var things = new HashMap<String, Map<String, String>>();
            schema.tables().values().forEach(table -> things.put(standing(new Part.OfTable(table)),
                    known.computeIfAbsent(table, t -> parts(t, traits))));
            schema.enumerations().forEach((name, type) -> put(things, new Part.OfEnumeration(name, type), traits));
            schema.domains().forEach((name, domain) -> put(things, new Part.OfDomain(name, domain), traits));
            schema.sequences().values().forEach(sequence -> put(things, new Part.OfSequence(sequence), traits));
            schema.definitions().values().forEach(definition -> put(things, new Part.OfDefinition(definition), traits));
            schema.namespaces().forEach(namespace -> put(things, new Part.OfNamespace(namespace), traits));
            schema.unmodelled().forEach(u -> things.put(u.kind() + " " + text.name(u.name().toString()), Map.of()));
            return new Fingerprint(things);
        }

        private void put(Map<String, Map<String, String>> things, Part part, Traits traits) {
            things.merge(standing(part), Map.of(part.kind() + " " + text.name(part.path()), traits.of(part).toString()),
                    Maker::both);
        }

        private static Map<String, String> both(Map<String, String> one, Map<String, String> other) {
            var both = new LinkedHashMap<>(one);
            both.putAll(other);
            return both;
        }

        private Map<String, String> parts(Table table, Traits traits) {
            var parts = new LinkedHashMap<String, String>();
            parts.put("", traits.of(new Part.OfTable(table)).toString());
            table.columns().forEach(column -> parts.put("column " + text.name(column.name()),
                    traits.of(new Part.OfColumn(table.name(), column)).toString()));
            table.constraints().forEach(constraint -> parts.put(traits.definition(constraint),
                    constraint.name().map(Name::text).map(text::name).orElse("")));
            table.indexes().forEach(
                    index -> parts.put("index " + text.name(index.name().text()), traits.definition(index)));
            return parts;
        }

        /// The thing that a part belongs to or is: triggers belong to their tables.
        public String standing(Part part) {
            boolean inTable = part.owner().isPresent()
                    && !(part instanceof Part.OfDefinition(var d) && d.kind() == Definition.Kind.INDEX);
            return inTable
                    ? "table " + text.name(part.owner().orElseThrow().toString())
                    : part.kind() + " " + text.name(part.path());
        }
    }

    /// What stands alone.
    public Set<String> names() {
        return things.keySet();
    }

    /// How many parts are there on one side only, or otherwise, among the things that count.
    public int distance(Fingerprint other, Predicate<String> counts) {
        int distance = 0;
        for (var thing : things.entrySet()) {
            var counterpart = other.things.get(thing.getKey());
            if (counts.test(thing.getKey()) && !thing.getValue().equals(counterpart)) {
                distance += counterpart == null ? 1 + thing.getValue().size() : between(thing.getValue(), counterpart);
            }
        }
        for (var thing : other.things.entrySet()) {
            if (!things.containsKey(thing.getKey()) && counts.test(thing.getKey())) {
                distance += 1 + thing.getValue().size();
            }
        }
        return distance;
    }

    private static int between(Map<String, String> one, Map<String, String> other) {
        int distance = 0;
        for (var part : one.entrySet()) {
            distance += part.getValue().equals(other.get(part.getKey())) ? 0 : 1;
        }
        for (var part : other.keySet()) {
            distance += one.containsKey(part) ? 0 : 1;
        }
        return distance;
    }
}
