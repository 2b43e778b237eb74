package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

/// What is done for the eye, and where.
class ScreenTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @Test
    void a_terminal_has_colours_unless_somebody_minds() {
        assertThat(Screen.terminal(XTERM, "UTF-8").ink(Ink.FAULT, "lost")).isEqualTo("\u001b[1;31mlost\u001b[0m");
        assertThat(Screen.terminal(Map.of("TERM", "dumb"), "UTF-8").inked()).isFalse();
        assertThat(Screen.terminal(Map.of(), "UTF-8").obedient()).isFalse();
        assertThat(Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", "1"), "UTF-8").inked()).isFalse();
        assertThat(Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", ""), "UTF-8").inked()).isTrue();
        assertThat(Screen.of(false, XTERM, "UTF-8").ink(Ink.FAULT, "lost")).isEqualTo("lost");
    }

    @Test
    void the_call_goes_before_the_environment() {
        var no = Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", "1"), "UTF-8");

        assertThat(no.with(InkWish.AUTO).inked()).isFalse();
        assertThat(no.with(InkWish.ALWAYS).inked()).isTrue();
        assertThat(Screen.terminal(XTERM, "UTF-8").with(InkWish.NEVER).inked()).isFalse();
        assertThat(Screen.NONE.with(InkWish.ALWAYS).ink(Ink.GOOD, "x")).isEqualTo("\u001b[32mx\u001b[0m");
    }

    @Test
    void lines_are_cut_at_a_known_edge_and_escapes_take_no_room() {
        var narrow = Screen.terminal(Map.of("TERM", "xterm", "COLUMNS", "40"), "UTF-8");
        var long41 = "x".repeat(41);

        assertThat(narrow.line("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(narrow.line(long41)).isEqualTo("x".repeat(39) + "…");
        assertThat(narrow.line("\u001b[1m" + "x".repeat(40) + "\u001b[0m")).hasSize(40 + 8);
        assertThat(narrow.line("\u001b[1m" + long41)).isEqualTo("\u001b[1m" + "x".repeat(39) + "\u001b[0m…");
        assertThat(narrow.line("a\n" + long41)).isEqualTo("a\n" + "x".repeat(39) + "…");
        assertThat(narrow.line("\ud83c\udf75".repeat(40))).doesNotContain("…");
        assertThat(Screen.terminal(XTERM, "UTF-8").line(long41)).isEqualTo(long41);
        assertThat(Screen.terminal(Map.of("TERM", "xterm", "COLUMNS", "wide"), "UTF-8").width()).isEmpty();
        assertThat(Screen.NONE.line(long41)).isEqualTo(long41);
    }

    @Test
    void the_terminal_cuts_drawings_where_the_edge_is_not_known() {
        assertThat(Screen.terminal(XTERM, "UTF-8").drawn("│")).isEqualTo("\u001b[?7l│\u001b[?7h");
        assertThat(Screen.terminal(Map.of("TERM", "xterm", "COLUMNS", "80"), "UTF-8").drawn("│")).isEqualTo("│");
        assertThat(Screen.NONE.drawn("│")).isEqualTo("│");
    }

    @Test
    void sentences_break_between_words() {
        var narrow = Screen.terminal(Map.of("TERM", "xterm", "COLUMNS", "40"), "UTF-8");

        assertThat(narrow.sentence("-- ", "one two three four five six seven eight nine", "--   ").lines())
                .containsExactly("-- one two three four five six seven", "--   eight nine");
        assertThat(Screen.NONE.sentence("-- ", "one two", "--   ")).isEqualTo("-- one two");
    }

    @Test
    void signs_have_a_plain_form_where_the_terminal_is_not_in_unicode() {
        var posix = Screen.terminal(XTERM, "ANSI_X3.4-1968");
        var latin = Screen.terminal(XTERM, "ISO-8859-15");

        assertThat(posix.plain("Stopping …")).isEqualTo("Stopping ...");
        assertThat(posix.writing()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(latin.writing().name()).isEqualTo("ISO-8859-15");
        assertThat("●○│┊─╯╰╮╭┼├┤┬┴x".chars().map(sign -> latin.plain((char) sign))).allMatch(sign -> sign < 128);
        assertThat(Screen.terminal(XTERM, "UTF-8").plain("…")).isEqualTo("…");
        assertThat(Screen.terminal(XTERM, "no such thing").hasSigns()).isFalse();
    }
}
