package org.athanor.app.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.athanor.app.ui.controls.Span;
import org.athanor.app.ui.controls.Span.Kind;
import org.junit.jupiter.api.Test;

class SqlHighlighterTest {
    @Test
    void each_stretch_has_its_kind() {
        assertThat(SqlHighlighter.spans("insert into \"t\" values ('it''s', 4) -- done")).containsExactly(
                new Span(Kind.KEYWORD, "insert"), new Span(Kind.PLAIN, " "), new Span(Kind.KEYWORD, "into"),
                new Span(Kind.PLAIN, " "), new Span(Kind.NAME, "\"t\""), new Span(Kind.PLAIN, " "),
                new Span(Kind.KEYWORD, "values"), new Span(Kind.PLAIN, " ("), new Span(Kind.STRING, "'it''s'"),
                new Span(Kind.PLAIN, ", "), new Span(Kind.NUMBER, "4"), new Span(Kind.PLAIN, ") "),
                new Span(Kind.COMMENT, "-- done"));
    }

    @Test
    void no_character_is_lost() {
        var sql = "CREATE FUNCTION f() AS $x$ select 'a' $x$; /* open 'quote */ select 1.5, unclosed 'text";

        assertThat(SqlHighlighter.spans(sql).stream().map(Span::text).collect(Collectors.joining())).isEqualTo(sql);
    }
}
