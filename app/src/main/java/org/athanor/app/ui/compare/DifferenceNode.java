package org.athanor.app.ui.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.athanor.app.export.DifferenceGroup;
import org.athanor.app.export.DifferenceWords;
import org.athanor.app.text.Messages;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;

/// One line of the tree of differences: its sign and word, what it is about, a few words more, and what lies below it.
public record DifferenceNode(String sign, String word, String title, String detail, Content content,
        List<DifferenceNode> children) {
    public DifferenceNode {
        children = List.copyOf(children);
    }

    /// What is to be shown of a line.
    public sealed interface Content {
        record Heading() implements Content {}

        record OfDifference(SchemaDifference difference) implements Content {}

        record OfRename(RenameCandidate candidate) implements Content {}

        record OfIgnored(Comparison.Ignored ignored) implements Content {}

        record OfOutside(Comparison.NotCompared outside) implements Content {}
    }

    /// All that is to be told of a comparison: differences by schema and table, then what may be a rename, what is ignored and
    /// what can't be compared.
    public static List<DifferenceNode> of(Comparison comparison, Messages messages) {
        var nodes = new ArrayList<>(
                groups(comparison.differences(), comparison, difference -> deed(difference, messages), messages));
        section("compare.renames", comparison.renameCandidates().stream()
                .map(candidate -> rename(candidate, messages)).toList(), messages).ifPresent(nodes::add);
        section("compare.ignored", comparison.ignored().stream().map(ignored -> ignored(ignored, messages)).toList(),
                messages).ifPresent(nodes::add);
        section("compare.outside", comparison.notCompared().stream().map(o -> outside(o, messages)).toList(),
                messages).ifPresent(nodes::add);
        return nodes;
    }

    /// Differences by schema and table, each with its word.
    static List<DifferenceNode> groups(Collection<SchemaDifference> differences, Comparison comparison,
            Function<SchemaDifference, String> word, Messages messages) {
        var nodes = new ArrayList<DifferenceNode>();
        var bySchema = DifferenceGroup.of(differences).stream().collect(
                Collectors.groupingBy(DifferenceGroup::schema, LinkedHashMap::new, Collectors.toList()));
        bySchema.forEach((schema, groups) -> {
            var below = groups.stream().map(group -> group(group, comparison, word, messages)).toList();
            schema.ifPresentOrElse(name -> nodes.add(heading(messages.text("compare.schema"), name, below, messages)),
                    () -> nodes.addAll(below));
        });
        return nodes;
    }

    private static DifferenceNode group(DifferenceGroup group, Comparison comparison,
            Function<SchemaDifference, String> word, Messages messages) {
        var below = group.differences().stream()
                .map(difference -> difference(difference, comparison, word.apply(difference))).toList();
        return group.single().isPresent() ? below.getFirst() : heading("", group.title(), below, messages);
    }

    private static DifferenceNode heading(String word, String title, List<DifferenceNode> below, Messages messages) {
        return new DifferenceNode("", word, title, messages.text("compare.count", count(below)),
                new Content.Heading(), below);
    }

    private static int count(List<DifferenceNode> nodes) {
        return nodes.stream().mapToInt(node -> node.children().isEmpty() ? 1 : count(node.children())).sum();
    }

    static Optional<DifferenceNode> section(String key, List<DifferenceNode> below, Messages messages) {
        return below.isEmpty() ? Optional.empty() : Optional.of(heading("", messages.text(key), below, messages));
    }

    static DifferenceNode difference(SchemaDifference difference, Comparison comparison, String word) {
        var part = difference.subject();
        var name = part.name().isEmpty() ? "" : " " + part.name();
        return new DifferenceNode(sign(difference), word, part.kind() + name,
                DifferenceWords.brief(comparison, difference), new Content.OfDifference(difference), List.of());
    }

    private static DifferenceNode rename(RenameCandidate candidate, Messages messages) {
        return new DifferenceNode("?", messages.text("compare.deed.rename"),
                messages.text("compare.rename", candidate.from(), DifferenceWords.to(candidate)),
                String.join("; ", candidate.evidence()), new Content.OfRename(candidate), List.of());
    }

    private static DifferenceNode ignored(Comparison.Ignored ignored, Messages messages) {
        return new DifferenceNode(sign(ignored.difference()), messages.text("compare.deed.ignored"),
                DifferenceWords.named(ignored.difference()), ignored.rule().reason(), new Content.OfIgnored(ignored),
                List.of());
    }

    static DifferenceNode outside(Comparison.NotCompared outside, Messages messages) {
        return new DifferenceNode("!", messages.text("compare.deed.outside"), outside.kind() + " " + outside.name(),
                switch (outside.side()) {
                    case ACTUAL -> messages.text("compare.side.actual");
                    case WANTED -> messages.text("compare.side.wanted");
                    case BOTH -> messages.text("compare.side.both");
                    case DIFFERENT -> messages.text("compare.side.different");
                }, new Content.OfOutside(outside), List.of());
    }

    /// A minus as wide as a plus.
    static String sign(SchemaDifference difference) {
        return DifferenceWords.sign(difference).replace('-', '−');
    }

    static String deed(SchemaDifference difference, Messages messages) {
        return switch (difference) {
            case SchemaDifference.Missing _ -> messages.text("compare.deed.add");
            case SchemaDifference.Extra _ -> messages.text("compare.deed.remove");
            case SchemaDifference.Changed _ -> messages.text("compare.deed.change");
        };
    }
}
