package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees on a terminal, and another program doesn't.
class ScreenStoryTest {
    private static final String RED = "\u001b[1;31m";
    private static final String GREEN = "\u001b[32m";
    private static final String OFF = "\u001b[0m";
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;?]*[a-zA-Z]");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void threeStepsAreDone() {
        assertThat(new Shell(folder).shop("upgrade", "+3").exitCode()).isZero();
    }

    private Shell terminal(Map<String, String> environment, String encoding) {
        return new Shell(folder).on(Screen.terminal(environment, encoding));
    }

    private Shell terminal() {
        return terminal(Map.of("TERM", "xterm"), "UTF-8");
    }

    @Test
    void marks_and_hazards_have_colours_and_the_same_words() {
        var bare = new Shell(folder);

        for (var verb : new String[][]{{"status"}, {"plan", "base"}, {"history", "-i"}, {"heads"}, {"current"}}) {
            assertThat(ESCAPE.matcher(terminal().shop(verb).out()).replaceAll("")).isEqualTo(bare.shop(verb).out());
        }
        assertThat(terminal().shop("plan", "base").out()).contains(RED + "hazard (destructive, line 39):" + OFF);
        assertThat(terminal().shop("history", "-i").out()).contains("b202f7f7ab10 " + GREEN + "(current)" + OFF);
        assertThat(terminal().shop("status").out()).contains("\u001b[33m12 revisions" + OFF);
    }

    @Test
    void a_fault_stands_out() {
        var answer = terminal().shop("upgrade", "nowhere");

        assertThat(answer.err()).startsWith(RED + "No revision or branch is called 'nowhere'" + OFF);
    }

    @Test
    void what_is_pending_has_a_hollow_dot_for_a_person() {
        var drawn = terminal(Map.of("TERM", "dumb"), "UTF-8").shop("history", "--graph", "-i").out();

        assertThat(drawn).contains("○     ad56f93c4b70", "●     b202f7f7ab10 (current)");
        assertThat(terminal().shop("history", "--graph", "-i").out()).contains(GREEN + "●" + OFF);
        assertThat(new Shell(folder).shop("history", "--graph", "-i").out()).doesNotContain("○");
    }

    @Test
    void the_graph_has_a_plain_form() {
        var drawn = terminal(Map.of("TERM", "dumb"), "ANSI_X3.4-1968").shop("history", "--graph", "-i").out();

        assertThat(drawn.chars()).allMatch(sign -> sign < 128);
        assertThat(drawn).contains("+-+-/", "o | ", "*     b202f7f7ab10 (current)");
    }

    @Test
    void lines_end_at_the_edge() {
        var narrow = terminal(Map.of("TERM", "dumb", "COLUMNS", "48"), "UTF-8");

        for (var verb : new String[][]{{"history", "--graph"}, {"history"}, {"status"}, {"--help"}, {"journal"}}) {
            var answer = verb[0].equals("status") || verb[0].equals("--help")
                    ? narrow.shop(verb).out().lines().filter(line -> !line.startsWith("Database: ")).toList()
                    : narrow.shop(verb).out().lines().toList();
            assertThat(answer).isNotEmpty().allMatch(line -> line.length() <= (verb[0].equals("--help") ? 55 : 48));
        }
        assertThat(narrow.shop("plan", "base").out().lines().filter(line -> line.startsWith("--   ")))
                .isNotEmpty().allMatch(line -> line.length() <= 48);
    }

    @Test
    void the_call_says_whether_there_are_colours() {
        assertThat(new Shell(folder).shop("heads", "--color", "always").out()).contains("\u001b[1m(head)");
        assertThat(terminal().shop("heads", "--color", "never").out()).doesNotContain("\u001b");
        assertThat(terminal().shop("heads", "--help").out()).contains("\u001b[1m");
        assertThat(terminal().shop("heads", "--help", "--color=never").out()).doesNotContain("\u001b");
        assertThat(new Shell(folder).shop("heads", "--help").out()).doesNotContain("\u001b");
    }

    @Test
    void help_is_a_word_as_well() {
        var shell = new Shell(folder);

        assertThat(shell.athanor("help").out()).isEqualTo(shell.athanor("--help").out()).contains("Usage: athanor");
        assertThat(shell.athanor("help", "profile", "add").out()).startsWith("Usage: athanor profile add");
    }

    @Test
    void json_never_has_colours() {
        assertThat(terminal().shop("status", "--json", "--color", "always").out())
                .isEqualTo(new Shell(folder).shop("status", "--json").out());
    }

    @Test
    void progress_is_for_terminals_that_can_take_it_back() {
        assertThat(terminal().shop("upgrade", "+1").err()).contains("\u001b[2K");
        assertThat(terminal(Map.of("TERM", "dumb"), "UTF-8").shop("upgrade", "+1").err()).doesNotContain("\u001b")
                .contains("[1/1] Running upgrade", "Done: 1 step");
        assertThat(new Shell(folder).shop("downgrade", "-1").err()).doesNotContain("\u001b");
    }

    @Test
    void quiet_leaves_faults_alone_to_be_told() {
        var shell = new Shell(folder);

        assertThat(shell.shop("upgrade", "+1", "-q").err()).isEmpty();
        assertThat(shell.shop("rehearse", "+1", "-q").err()).doesNotContain("Running");
        assertThat(shell.shop("graph", "-q", "-o", "shop.svg").err()).isEmpty();
        assertThat(shell.athanor("-q", "profile", "add", "here", "--url", "sqlite:///x.db").err()).isEmpty();
        assertThat(shell.shop("upgrade", "nowhere", "-q").err()).contains("No revision or branch");
        assertThat(terminal().shop("locate", "-q").err()).doesNotContain("carried out");
    }
}
