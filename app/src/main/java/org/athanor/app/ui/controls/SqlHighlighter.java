package org.athanor.app.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts SQL into stretches of one colour each. For reading only: it knows words, not grammar.
final class SqlHighlighter {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>--[^\\n]*|/\\*.*?\\*/)"
            + "|(?<string>'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\3\\$)|(?<name>\"[^\"]*\")"
            + "|(?<number>\\b\\d+(?:\\.\\d+)?\\b)|(?<word>[A-Za-z_]\\w*)", Pattern.DOTALL);
    private static final Set<String> KEYWORDS = Set.of(("ADD ALTER AND AS ASC BEGIN BETWEEN BY CASCADE CASE CHECK "
            + "COLLATE COLUMN CONCURRENTLY CONSTRAINT CREATE CROSS DEFAULT DELETE DESC DISTINCT DO DROP EACH ELSE END "
            + "EXISTS FOR FOREIGN FROM FUNCTION GENERATED GROUP HAVING IF IN INDEX INNER INSERT INTO IS JOIN KEY LEFT "
            + "LIKE LIMIT NOT NULL ON OR ORDER OUTER PRIMARY REFERENCES RENAME RESTRICT RETURNING RETURNS ROW SCHEMA "
            + "SELECT SEQUENCE SET TABLE TEMPORARY THEN TO TRIGGER TRUNCATE TYPE UNION UNIQUE UPDATE USING VALUES "
            + "VIEW WHEN WHERE WITH AFTER BEFORE LANGUAGE REPLACE").split(" ", -1));

    private SqlHighlighter() {}

    static List<Span> spans(String sql) {
        var spans = new ArrayList<Span>();
        var matcher = TOKEN.matcher(sql);
        int end = 0;
        while (matcher.find()) {
            var kind = matcher.group("comment") != null
                    ? Span.Kind.COMMENT
                    : matcher.group("string") != null
                            ? Span.Kind.STRING
                            : matcher.group("name") != null
                                    ? Span.Kind.NAME
                                    : matcher.group("number") != null ? Span.Kind.NUMBER : word(matcher.group());
            if (kind == Span.Kind.PLAIN) {
                continue;
            }
            add(spans, Span.Kind.PLAIN, sql.substring(end, matcher.start()));
            add(spans, kind, matcher.group());
            end = matcher.end();
        }
        add(spans, Span.Kind.PLAIN, sql.substring(end));
        return spans;
    }

    private static Span.Kind word(String word) {
        return KEYWORDS.contains(word.toUpperCase(Locale.ROOT)) ? Span.Kind.KEYWORD : Span.Kind.PLAIN;
    }

    private static void add(List<Span> spans, Span.Kind kind, String text) {
        if (!text.isEmpty()) {
            spans.add(new Span(kind, text));
        }
    }
}
