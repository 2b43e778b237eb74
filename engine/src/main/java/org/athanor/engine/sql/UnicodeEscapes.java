package org.athanor.engine.sql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PostgreSQL's names and texts with characters by their numbers: `U&"d\0061ta"` is `data`.
final class UnicodeEscapes {
    static final char USUAL = '\\';

    private UnicodeEscapes() {}

    static boolean areIn(String written) {
        return written.length() > 2 && (written.charAt(0) == 'U' || written.charAt(0) == 'u')
                && written.charAt(1) == '&';
    }

    /// The text with its characters; what is no number of one stays as it is written.
    static String resolved(String text, char escape) {
        var mark = Pattern.quote(String.valueOf(escape));
        var numbers = Pattern.compile("%1$s(?:%1$s|\\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4}))".formatted(mark));
        return numbers.matcher(text).replaceAll(found -> {
            var digits = found.group(1) == null ? found.group(2) : found.group(1);
            if (digits == null) {
                return Matcher.quoteReplacement(String.valueOf(escape));
            }
            int number = Integer.parseInt(digits, 16);
            return Matcher.quoteReplacement(
                    Character.isValidCodePoint(number) ? Character.toString(number) : found.group());
        });
    }
}
