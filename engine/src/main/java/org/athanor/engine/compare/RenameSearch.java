package org.athanor.engine.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;

/// Looks among differences for what may have another name now: each thing in one candidate at most, the likeliest first.
final class RenameSearch {
    private static final int WORTH_ASKING = 50;

    private final Schema actual;
    private final Schema wanted;
    private final Traits actualTraits;
    private final Traits wantedTraits;

    RenameSearch(Schema actual, Schema wanted, Dialect dialect) {
        this.actual = actual;
        this.wanted = wanted;
        this.actualTraits = new Traits(dialect, actual);
        this.wantedTraits = new Traits(dialect, wanted);
    }

    List<RenameCandidate> among(List<SchemaDifference> differences) {
        var all = new ArrayList<RenameCandidate>();
        for (var gone : differences) {
            for (var come : differences) {
                if (gone instanceof SchemaDifference.Extra(var from)
                        && come instanceof SchemaDifference.Missing(var to)) {
                    candidate(from, to).filter(c -> c.likeness() >= WORTH_ASKING).ifPresent(all::add);
                }
            }
        }
        all.sort(Comparator.comparingInt(RenameCandidate::likeness).reversed());
        Set<String> taken = new HashSet<>();
        return all.stream().filter(c -> !taken.contains("-" + c.from()) && !taken.contains(to(c)))
                .peek(c -> taken.addAll(List.of("-" + c.from(), to(c)))).toList();
    }

    private static String to(RenameCandidate candidate) {
        return "+" + candidate.table() + candidate.column().map(_ -> ".").orElse(" ") + candidate.newName();
    }

    private Optional<RenameCandidate> candidate(Part from, Part to) {
        if (from instanceof Part.OfTable(var gone) && to instanceof Part.OfTable(var come)) {
            return gone.name().schema().equals(come.name().schema())
                    ? Optional.of(tables(gone, come))
                    : Optional.empty();
        }
        if (from instanceof Part.OfColumn(var owner, var gone) && to instanceof Part.OfColumn(var other, var come)
                && owner.equals(other)) {
            return Optional.of(columns(owner, gone, come));
        }
        return Optional.empty();
    }

    private RenameCandidate tables(Table gone, Table come) {
        long alike = gone.columns().stream().filter(c -> come.column(c.name())
                .filter(o -> type(actualTraits, gone.name(), c).equals(type(wantedTraits, come.name(), o))).isPresent())
                .count();
        long types = 0;
        for (int i = 0; i < Math.min(gone.columns().size(), come.columns().size()); i++) {
            types += type(actualTraits, gone.name(), gone.columns().get(i))
                    .equals(type(wantedTraits, come.name(), come.columns().get(i))) ? 1 : 0;
        }
        int most = Math.max(1, Math.max(gone.columns().size(), come.columns().size()));
        int names = likeness(gone.name().name(), come.name().name());
        var evidence = new ArrayList<String>();
        evidence.add("%d of %d columns have the same name and type".formatted(alike, most));
        if (alike < most && types == most) {
            evidence.add("all columns have the same types in the same order");
        }
        if (names >= WORTH_ASKING) {
            evidence.add("the names are alike");
        }
        int score = (int) Math.max(100 * alike / most, types == most ? 60 : 0);
        return new RenameCandidate(gone.name(), Optional.empty(), come.name().name(),
                Math.min(100, score + (score >= 30 ? names / 5 : 0)), evidence);
    }

    private RenameCandidate columns(TableName table, Column gone, Column come) {
        boolean sameType = type(actualTraits, table, gone).equals(type(wantedTraits, table, come));
        boolean likeType = TypeFamily.isCommon(gone.type(), come.type());
        var before = actualTraits.of(new Part.OfColumn(table, gone));
        var after = wantedTraits.of(new Part.OfColumn(table, come));
        boolean sameRest = before.equals(after);
        boolean samePlace = place(actual, table, gone) == place(wanted, table, come);
        int names = likeness(gone.name(), come.name());
        var evidence = new ArrayList<String>();
        if (sameRest) {
            evidence.add("type, default and all else are the same");
        } else if (sameType) {
            evidence.add("the type is the same");
        } else if (likeType) {
            evidence.add("the types are of one kind");
        }
        if (samePlace) {
            evidence.add("it stands at the same place in the table");
        }
        if (names >= WORTH_ASKING) {
            evidence.add("the names are alike");
        }
        int score = (sameType ? 50 : likeType ? 30 : 0) + (sameRest ? 15 : 0) + (samePlace ? 20 : 0) + names / 3;
        return new RenameCandidate(table, Optional.of(gone.name()), come.name(), Math.min(100, score), evidence);
    }

    private static int place(Schema schema, TableName table, Column column) {
        return schema.table(table).map(t -> t.columns().indexOf(column)).orElse(-1);
    }

    private static String type(Traits traits, TableName table, Column column) {
        return traits.of(new Part.OfColumn(table, column)).getOrDefault(Aspect.TYPE, "");
    }

    /// How alike two names are, in per cent: the share of their pairs of letters that both have.
    static int likeness(String one, String other) {
        var first = pairs(one);
        var second = pairs(other);
        int all = first.size() + second.size();
        first.retainAll(second);
        return all == 0 ? 0 : 200 * first.size() / all;
    }

    private static Set<String> pairs(String name) {
        Set<String> pairs = new HashSet<>();
        var text = name.toLowerCase(java.util.Locale.ROOT);
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
