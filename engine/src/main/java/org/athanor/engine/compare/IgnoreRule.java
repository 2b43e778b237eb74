package org.athanor.engine.compare;

import java.util.Optional;
import java.util.regex.Pattern;

/// Something that isn't compared, and why. `name` may hold `*` and `?`; it stands for the name alone or for the whole path
/// (`orders.legacy_*`). A rule for a table or schema covers what is in it. `kind` is a part's kind or `any`.
public record IgnoreRule(String kind, String name, String reason) {
    private static final Pattern FORM = Pattern.compile(
            "(any|table|column|primary key|unique|foreign key|check|exclude|index|enum|domain|sequence|view"
                    + "|materialized view|trigger|function|schema)\\s+([^:]+?)\\s*:\\s*(.*\\S)\\s*");

    /// Reads `table spatial_*: made by PostGIS`; nothing if it isn't written like that.
    public static Optional<IgnoreRule> parse(String text) {
        var form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new IgnoreRule(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    public boolean covers(Part part) {
        return switch (kind) {
            case "schema" -> part.schema().filter(this::fits).isPresent();
            case "table" -> part.owner().filter(table -> fits(table.name()) || fits(table.toString())).isPresent();
            default -> (kind.equals("any") || kind.equals(part.kind())) && (fits(part.name()) || fits(part.path()));
        };
    }

    private boolean fits(String text) {
        var pattern = new StringBuilder();
        name.codePoints().forEach(c -> pattern.append(switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(c));
        }));
        return text.matches(pattern.toString());
    }
}
