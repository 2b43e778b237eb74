package org.athanor.engine.project;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.athanor.engine.template.Value;

/// What the header of a new file says. `zoned` tells whether the offset is part of the date.
record NewHeader(String id, Optional<String> message, List<String> downRevisions, List<String> branchLabels,
        List<String> dependsOn, ZonedDateTime created, boolean zoned) {
    private static final String NO_MESSAGE = "empty message";
    private static final Pattern QUOTES = Pattern.compile("\"\"\"");

    /// The names that a template may use.
    Map<String, Value> values(boolean python) {
        var values = new HashMap<String, Value>();
        values.put("up_revision", Value.text(id));
        values.put("down_revision", Value.scalarOrTuple(downRevisions));
        values.put("branch_labels", branchLabels.isEmpty() ? Value.NONE : Value.tuple(branchLabels));
        values.put("depends_on", Value.scalarOrList(dependsOn));
        values.put("create_date", python
                ? new Value.Moment(created, zoned)
                : Value.text(DateTimeFormatter.ISO_INSTANT.format(created.truncatedTo(ChronoUnit.SECONDS))));
        values.put("message", Value.text(python ? forDocstring() : onOneLine()));
        values.put("imports", new Value.Unset(""));
        values.put("upgrades", new Value.Unset("pass"));
        values.put("downgrades", new Value.Unset("pass"));
        return values;
    }

    /// A backslash or three quotes in a docstring would change its meaning or end it.
    private String forDocstring() {
        return QUOTES.matcher(message.orElse(NO_MESSAGE).replace("\\", "\\\\")).replaceAll("\\\\\"\\\\\"\\\\\"");
    }

    private String onOneLine() {
        return message.orElse(NO_MESSAGE).lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
