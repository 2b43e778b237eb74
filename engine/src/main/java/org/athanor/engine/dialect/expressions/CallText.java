package org.athanor.engine.dialect.expressions;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;

/// The text of functions.
record CallText(ExpressionText text) {
    /// Those that are words of the language: no parentheses.
    private static final Set<String> WORDS = Set.of("current_date", "current_time", "current_timestamp", "current_user",
            "localtime", "localtimestamp", "session_user", "user");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$]+");

    String text(SqlExpression.Call call) throws Unsupported {
        var lower = call.name().toLowerCase(Locale.ROOT);
        if (WORDS.contains(lower)) {
            return lower.toUpperCase(Locale.ROOT) + (call.arguments().isEmpty() ? "" : arguments(call));
        }
        if (lower.equals("sysdate") && call.arguments().isEmpty()) {
            return lower;
        }
        return name(call.name()) + arguments(call);
    }

    String arguments(SqlExpression.Call call) throws Unsupported {
        return "(" + text.list(call.arguments()) + ")";
    }

    /// The name as it is: only what couldn't be read otherwise is quoted.
    private String name(String written) {
        var parts = new ArrayList<String>();
        for (var part : written.split("\\.", -1)) {
            parts.add(NAME.matcher(part).matches() ? part : text.name(part));
        }
        return String.join(".", parts);
    }
}
