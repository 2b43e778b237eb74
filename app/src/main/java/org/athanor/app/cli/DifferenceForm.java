package org.athanor.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.athanor.app.export.Json;
import org.athanor.engine.compare.Aspect;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.compare.SchemaDifference.Deviation;
import org.athanor.engine.schema.TableName;

/// A comparison in the JSON that scripts rely on.
final class DifferenceForm {
    private DifferenceForm() {}

    static Json comparison(Comparison comparison, String from, String to) {
        return Json.object().with("from", from).with("to", to).with("equal", comparison.isEmpty())
                .with("differences", comparison.differences().stream().map(d -> difference(comparison, d)).toList())
                .with("rename_candidates", comparison.renameCandidates().stream().map(DifferenceForm::rename).toList())
                .with("ignored", comparison.ignored().stream()
                        .map(i -> difference(comparison, i.difference()).with("reason", i.rule().reason())).toList())
                .with("not_compared", comparison.notCompared().stream()
                        .map(n -> Json.object().with("kind", n.kind()).with("name", n.name())
                                .with("side", n.side().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    static Json difference(Comparison comparison, SchemaDifference difference) {
        var part = difference.subject();
        var json = Json.object().with("op", switch (difference) {
            case SchemaDifference.Missing _ -> "add";
            case SchemaDifference.Extra _ -> "remove";
            case SchemaDifference.Changed _ -> "change";
        }).with("kind", part.kind()).with("schema", part.schema()).with("table", part.owner().map(TableName::name))
                .with("name", part.name());
        return switch (difference) {
            case SchemaDifference.Missing _ -> json.with("to", traits(comparison.traits(difference)));
            case SchemaDifference.Extra _ -> json.with("from", traits(comparison.traits(difference)));
            case SchemaDifference.Changed(_, _, var deviations) -> json
                    .with("aspects", deviations.stream().map(d -> d.aspect().code()).toList())
                    .with("from", traits(deviations, Deviation::actual))
                    .with("to", traits(deviations, Deviation::wanted));
        };
    }

    private static Json traits(Map<Aspect, String> traits) {
        var json = Json.object();
        traits.forEach((aspect, text) -> json.with(aspect.code(), text));
        return json;
    }

    private static Json traits(List<Deviation> deviations, Function<Deviation, String> side) {
        var traits = new LinkedHashMap<Aspect, String>();
        deviations.forEach(d -> traits.put(d.aspect(), side.apply(d)));
        return traits(traits);
    }

    private static Json rename(RenameCandidate candidate) {
        return Json.object().with("kind", candidate.column().isPresent() ? "column" : "table")
                .with("schema", candidate.table().schema()).with("table", candidate.table().name())
                .with("column", candidate.column()).with("new_name", candidate.newName())
                .with("likeness", candidate.likeness()).with("evidence", candidate.evidence());
    }
}
