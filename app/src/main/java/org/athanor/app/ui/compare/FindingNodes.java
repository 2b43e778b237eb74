package org.athanor.app.ui.compare;

import java.util.ArrayList;
import java.util.List;

import org.athanor.app.export.DifferenceWords;
import org.athanor.app.text.Messages;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.locate.Finding;

/// The evidence for a place where a database may stand, as lines of a tree: what is missing, too many or different there, what
/// can't be compared, and what is none of the revisions' business.
public final class FindingNodes {
    private FindingNodes() {}

    public static List<DifferenceNode> of(Finding finding, Messages messages) {
        var comparison = finding.comparison();
        var nodes = new ArrayList<>(DifferenceNode.groups(finding.differences(), comparison,
                difference -> word(difference, messages), messages));
        finding.missing().forEach(missing -> nodes.add(DifferenceNode.outside(missing, messages)));
        DifferenceNode.section("evidence.outside",
                finding.untold().stream().map(o -> DifferenceNode.outside(o, messages)).toList(), messages)
                .ifPresent(nodes::add);
        DifferenceNode.section("evidence.strangers",
                finding.strangers().stream().map(stranger -> stranger(stranger, finding, messages)).toList(), messages)
                .ifPresent(nodes::add);
        return nodes;
    }

    private static String word(SchemaDifference difference, Messages messages) {
        return switch (difference) {
            case SchemaDifference.Missing _ -> messages.text("evidence.missing");
            case SchemaDifference.Extra _ -> messages.text("evidence.extra");
            case SchemaDifference.Changed _ -> messages.text("evidence.different");
        };
    }

    private static DifferenceNode stranger(SchemaDifference stranger, Finding finding, Messages messages) {
        return new DifferenceNode("", messages.text("evidence.stranger"), DifferenceWords.named(stranger),
                DifferenceWords.brief(finding.comparison(), stranger),
                new DifferenceNode.Content.OfDifference(stranger), List.of());
    }
}
