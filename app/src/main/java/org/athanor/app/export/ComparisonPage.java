package org.athanor.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.athanor.engine.compare.BothSides;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.SchemaDifference;

/// A comparison as one page of HTML that needs nothing else. The same comparison always makes the same bytes: neither a time nor
/// a place is in it.
public final class ComparisonPage {
    private static final String STYLE = "comparison.css";

    private final Comparison comparison;
    private final String from;
    private final String to;
    private final StringBuilder page = new StringBuilder();

    private ComparisonPage(Comparison comparison, String from, String to) {
        this.comparison = comparison;
        this.from = from;
        this.to = to;
    }

    /// `from` and `to` are what the two schemas are called.
    public static String html(Comparison comparison, String from, String to) {
        return new ComparisonPage(comparison, from, to).html();
    }

    private String html() {
        var title = "From %s to %s".formatted(from, to);
        page.append("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>%1$s</h1>
                """.formatted(escaped(title), style()));
        paragraph(summary());
        DifferenceGroup.of(comparison.differences()).forEach(this::group);
        list("May have another name now", comparison.renameCandidates().stream().map(c -> "? %s may be %s now: %s"
                .formatted(c.from(), DifferenceWords.to(c), String.join("; ", c.evidence()))).toList());
        script();
        list("Ignored", comparison.ignored().stream().map(i -> "%s %s: %s".formatted(
                DifferenceWords.sign(i.difference()), DifferenceWords.named(i.difference()), i.rule().reason()))
                .toList());
        list("Not compared", comparison.notCompared().stream().map(this::outside).toList());
        page.append("</body>\n</html>\n");
        return page.toString();
    }

    private String summary() {
        if (comparison.isEmpty()) {
            return "No difference between %s and %s.".formatted(from, to);
        }
        int number = comparison.differences().size();
        return "%d difference%s: + %d to add, - %d to remove, ~ %d to change.".formatted(number, number == 1 ? "" : "s",
                count(SchemaDifference.Missing.class), count(SchemaDifference.Extra.class),
                count(SchemaDifference.Changed.class));
    }

    private long count(Class<? extends SchemaDifference> kind) {
        return comparison.differences().stream().filter(kind::isInstance).count();
    }

    private void group(DifferenceGroup group) {
        heading(group.path());
        group.differences().forEach(this::difference);
    }

    private void difference(SchemaDifference difference) {
        var deed = DifferenceWords.deed(difference);
        page.append("""
                <details open class="%s">
                <summary><b>%s</b> %1$s %s <span>%s</span></summary>
                <table>
                <tr><th>%s</th><th>%s</th></tr>
                """.formatted(deed, escaped(DifferenceWords.sign(difference)),
                escaped(DifferenceWords.named(difference)), escaped(DifferenceWords.brief(comparison, difference)),
                escaped(from), escaped(to)));
        BothSides.of(comparison, difference).rows().forEach(this::row);
        page.append("</table>\n</details>\n");
    }

    private void row(BothSides.Row row) {
        page.append(row.isSame() ? "<tr>" : "<tr class=\"differs\">");
        cell("-", row, row.actual().orElse(""));
        cell("+", row, row.wanted().orElse(""));
        page.append("</tr>\n");
    }

    private void cell(String sign, BothSides.Row row, String line) {
        var text = row.isSame() || line.isEmpty() ? "  " + line : sign + " " + line;
        page.append("<td><pre>").append(escaped(text)).append("</pre></td>");
    }

    private void script() {
        var script = ComparisonScript.of(comparison);
        if (script.statements().isEmpty() && script.warnings().isEmpty() && script.problem().isEmpty()) {
            return;
        }
        heading("The way there");
        script.warnings().forEach(warning -> paragraph("Warning: " + warning));
        script.problem().ifPresent(problem -> paragraph(problem.text()));
        page.append("<pre class=\"script\">").append(escaped(script.sql())).append("</pre>\n");
    }

    private String outside(Comparison.NotCompared outside) {
        return "%s %s: %s".formatted(outside.kind(), outside.name(), switch (outside.side()) {
            case ACTUAL -> "only in " + from;
            case WANTED -> "only in " + to;
            case BOTH -> "on both sides, alike";
            case DIFFERENT -> "on both sides, not alike";
        });
    }

    private void list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        heading(title);
        page.append("<ul>\n");
        lines.forEach(line -> page.append("<li>").append(escaped(line)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void heading(String text) {
        page.append("<h2>").append(escaped(text)).append("</h2>\n");
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    /// What HTML reads as this very text. What no page may hold is told by its number.
    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> escaped.append(switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '\n', '\t' -> Character.toString(c);
            default -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                    ? String.format(Locale.ROOT, "\\u%04x", c)
                    : Character.toString(c);
        }));
        return escaped.toString();
    }

    private static String style() {
        try (var style = Objects.requireNonNull(ComparisonPage.class.getResourceAsStream(STYLE))) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
