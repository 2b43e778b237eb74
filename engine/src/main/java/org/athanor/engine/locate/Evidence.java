package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Comparison.NotCompared.Side;
import org.athanor.engine.compare.Fingerprint;
import org.athanor.engine.compare.IgnoreRule;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.schema.Unmodelled;

/// Weighs what a database has that it shouldn't: what no revision makes is nobody's business.
final class Evidence {
    private static final String TABLE = "table ";

    private final Dialect dialect;
    private final List<IgnoreRule> rules;
    private final Supplier<Outlines> history;
    private Optional<Outlines> outlines = Optional.empty();
    private final Fingerprint.Maker maker;
    private final Set<String> made = new HashSet<>();

    Evidence(Dialect dialect, List<IgnoreRule> rules, Supplier<Outlines> history) {
        this.dialect = dialect;
        this.rules = rules;
        this.history = history;
        this.maker = new Fingerprint.Maker(dialect);
    }

    /// A schema that revisions have made.
    Fingerprint made(Schema schema) {
        var fingerprint = maker.of(schema);
        made.addAll(fingerprint.names());
        return fingerprint;
    }

    Fingerprint of(Schema schema) {
        return maker.of(schema);
    }

    /// How far a fingerprint is from the database's, strangers left aside.
    int distance(Fingerprint database, Fingerprint expected) {
        return database.distance(expected, this::isOwn);
    }

    Finding finding(Schema actual, Schema expected) {
        var comparison = Comparison.between(actual, expected, dialect, rules);
        var differences = new ArrayList<SchemaDifference>();
        var strangers = new ArrayList<SchemaDifference>();
        comparison.differences().forEach(d -> (isStranger(d) ? strangers : differences).add(d));
        var missing = comparison.notCompared().stream().filter(n -> n.side() == Side.WANTED)
                .filter(n -> !n.kind().equals(Unmodelled.PARTITION)).toList();
        return new Finding(comparison, differences, missing, strangers);
    }

    private boolean isStranger(SchemaDifference difference) {
        return difference instanceof SchemaDifference.Extra(var part) && !isOwn(maker.standing(part));
    }

    /// A table that some revision makes, or another thing that some revision names.
    private boolean isOwn(String thing) {
        if (made.contains(thing)) {
            return true;
        }
        if (thing.startsWith(TABLE)) {
            return outlines().makes(tableName(thing.substring(TABLE.length())));
        }
        var name = thing.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
        return outlines().says(name.substring(name.lastIndexOf('.') + 1));
    }

    /// All scripts are read only if there is something that the revisions at hand don't make.
    private Outlines outlines() {
        var read = outlines.orElseGet(history);
        outlines = Optional.of(read);
        return read;
    }

    private static TableName tableName(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 0
                ? TableName.of(text)
                : new TableName(Optional.of(text.substring(0, dot)), text.substring(dot + 1));
    }
}
