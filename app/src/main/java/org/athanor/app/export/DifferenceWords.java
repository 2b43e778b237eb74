package org.athanor.app.export;

import java.util.stream.Collectors;

import org.athanor.engine.compare.Aspect;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.RenameCandidate;
import org.athanor.engine.compare.SchemaDifference;

/// A difference in a sign, a word and a few more: `+` is wanted and missing, `-` is there and not wanted, `~` is there and wanted
/// otherwise.
public final class DifferenceWords {
    private DifferenceWords() {}

    public static String sign(SchemaDifference difference) {
        return switch (difference) {
            case SchemaDifference.Missing _ -> "+";
            case SchemaDifference.Extra _ -> "-";
            case SchemaDifference.Changed _ -> "~";
        };
    }

    /// What leads from the one side to the other.
    public static String deed(SchemaDifference difference) {
        return switch (difference) {
            case SchemaDifference.Missing _ -> "add";
            case SchemaDifference.Extra _ -> "remove";
            case SchemaDifference.Changed _ -> "change";
        };
    }

    /// The part as it is called now.
    public static String named(SchemaDifference difference) {
        return switch (difference) {
            case SchemaDifference.Missing(var part) -> named(part);
            case SchemaDifference.Extra(var part) -> named(part);
            case SchemaDifference.Changed(var actual, _, _) -> named(actual);
        };
    }

    private static String named(Part part) {
        return part.kind() + " " + part.path();
    }

    /// What is to be said of it in one line; may be empty.
    public static String told(Comparison comparison, SchemaDifference difference) {
        if (difference instanceof SchemaDifference.Changed(_, _, var deviations)) {
            return deviations.stream().map(d -> "%s %s → %s".formatted(d.aspect().code(), word(d.actual()),
                    word(d.wanted()))).collect(Collectors.joining("; "));
        }
        if (difference.subject() instanceof Part.OfTable(var table)) {
            int columns = table.columns().size();
            return "(%d column%s)".formatted(columns, columns == 1 ? "" : "s");
        }
        var traits = comparison.traits(difference);
        traits.remove(Aspect.COMMENT);
        return inOneLine(String.join(" ", traits.values()));
    }

    /// The same where both sides are on show, too: what is defined by a whole statement isn't repeated.
    public static String brief(Comparison comparison, SchemaDifference difference) {
        if (difference.subject() instanceof Part.OfDefinition) {
            return difference instanceof SchemaDifference.Changed ? "defined otherwise" : "";
        }
        return told(comparison, difference);
    }

    /// What something may be called now.
    public static String to(RenameCandidate candidate) {
        return candidate.column().map(_ -> candidate.table() + ".").orElse("") + candidate.newName();
    }

    private static String word(String text) {
        return text.isEmpty() ? "none" : inOneLine(text);
    }

    private static String inOneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
