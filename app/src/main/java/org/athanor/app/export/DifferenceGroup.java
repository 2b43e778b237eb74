package org.athanor.app.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.schema.TableName;

/// Differences that belong together: those of one table, or those of one kind outside of tables; by schema, then by name.
public record DifferenceGroup(Optional<String> schema, String title, List<SchemaDifference> differences) {
    private static final List<String> KINDS = List.of("table", "column", "primary key", "unique", "foreign key",
            "check",
            "exclude", "index", "trigger");
    private static final Comparator<SchemaDifference> BY_KIND = Comparator
            .<SchemaDifference>comparingInt(difference -> KINDS.indexOf(difference.subject().kind()))
            .thenComparing(difference -> difference.subject().kind())
            .thenComparing(difference -> difference.subject().path());

    public DifferenceGroup {
        differences = List.copyOf(differences);
    }

    private record Key(String schema, boolean outside, String title) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::schema).thenComparing(Key::outside)
                .thenComparing(Key::title);

        static Key of(Part part) {
            return new Key(part.schema().orElse(""), part.owner().isEmpty(),
                    part.owner().map(TableName::name).orElseGet(() -> part.kind() + "s"));
        }
    }

    public static List<DifferenceGroup> of(Collection<SchemaDifference> differences) {
        var groups = new TreeMap<Key, List<SchemaDifference>>(Key.ORDER);
        differences.forEach(difference -> groups.computeIfAbsent(Key.of(difference.subject()), _ -> new ArrayList<>())
                .add(difference));
        return groups.entrySet().stream()
                .map(group -> new DifferenceGroup(Optional.of(group.getKey().schema()).filter(s -> !s.isEmpty()),
                        group.getKey().title(), group.getValue().stream().sorted(BY_KIND).toList()))
                .toList();
    }

    /// The table that is to be made or dropped as a whole, if it is all there is to say.
    public Optional<SchemaDifference> single() {
        return differences.size() == 1 && differences.getFirst().subject() instanceof Part.OfTable
                ? Optional.of(differences.getFirst())
                : Optional.empty();
    }

    /// With its schema.
    public String path() {
        return schema.map(name -> name + ".").orElse("") + title;
    }
}
