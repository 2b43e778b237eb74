package org.athanor.engine.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakoTemplateTest {
    private static final Path FILE = Path.of("script.py.mako");
    private static final Map<String, Value> VALUES = Map.of("x", Value.text("tea"), "none", Value.NONE, "one",
            Value.tuple(List.of("a")), "two", Value.tuple(List.of("a", "b")), "upgrades", new Value.Unset("pass"),
            "when", new Value.Moment(ZonedDateTime.of(2026, 3, 4, 5, 6, 7, 89_000, ZoneId.of("UTC")), true));

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            ${x}                                         ! tea
            ${repr(x)} ${repr(none)}                     ! 'tea' None
            ${repr(one)} ${repr(two)}                    ! ('a',) ('a', 'b')
            ${two | comma,n} ${x | comma} ${none|comma,n}! a, b tea
            ${x | n}                                     ! tea
            ${', '.join(two)}                            ! a, b
            ${x if none else "pass"}                     ! pass
            ${upgrades if upgrades else "nothing"}       ! nothing
            ${upgrades}                                  ! pass
            ${missing or x}                              ! tea
            ${x and not none}                            ! True
            ${"pass"} ${'}'} ${"|"}                      ! pass } |
            ${"%s_%s" % (x, "a")} ${"%r" % x}            ! tea_a 'tea'
            ${context.get("x")} ${context.get("y", "z")} ! tea z
            ${context.get("upgrades", "z")}              ! z
            ${x == "tea"} ${none is not None}            ! True False
            ${"a" in two} ${"a" not in two}              ! True False
            ${when} ${when.year}                         ! 2026-03-04 05:06:07.000089+00:00 2026
            ${when.strftime("%d.%m.%Y")}                 ! 04.03.2026
            ${x.upper() + "s"} ${x.replace("t", "s")}    ! TEAs sea
            ${len(two)} ${(x)} ${repr((x,))} ${["a"]}    ! 2 tea ('tea',) ['a']
            a ## b %> <%text>${x}</%text>                ! a ## b %> ${x}
            """)
    void an_expression_is_what_python_would_print(String template, String text) {
        assertThat(render(template).strip()).isEqualTo(text.strip());
    }

    @Test
    void control_lines_and_comments_take_their_whole_line_with_them() {
        assertThat(render("""
                ## a comment
                a
                  % if none:
                b
                  % elif x == "tea":
                c
                %else:
                d
                % endif
                % for name in two:
                <${name}>\\
                % endfor

                e<%doc>
                long comment
                </%doc>
                %% f
                """)).isEqualTo("a\nc\n<a><b>\ne\n% f\n");
    }

    @Test
    void blocks_assign_and_their_imports_say_nothing() {
        assertThat(render("""
                <%!
                import re

                %>"${y(x) if False else x}"
                <%
                    # a comment
                    y = x + "!"
                %>${y}""")).isEqualTo("\"tea\"\ntea!");
    }

    @Test
    void windows_line_ends_stay() {
        assertThat(render("a\r\n% if x:\r\nb\r\n% endif\r\nc\r\n")).isEqualTo("a\r\nb\r\nc\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            ${missing}                 ! 1 ! Nothing is called 'missing' here
            ${config.get_option("a")}  ! 1 ! Nothing is called 'config' here
            `a\n\n${x`                 ! 3 ! `${` opens here and never closes
            ${[a for a in two]}        ! 1 ! `[a for a in two]` is more Python than is read here
            ${f"{x}"}                  ! 1 ! `f"{x}"` is more Python than is read here
            ${x | upper}               ! 1 ! `upper` is no function or filter that is known here
            ${open(x)}                 ! 1 ! `open` is no function or filter that is known here
            `a\n<%def name="f()">`     ! 2 ! `<%def` is a part of Mako that is not read here
            `\n<%\ny = 1\nf(y)\n%>`    ! 4 ! `f(y)` is more Python than is read here
            `a\n% while x:\n% endwhile`! 2 ! `% while` is a part of Mako that is not read here
            `a\n% if x:\nb`            ! 2 ! The `% if` that opens here never ends
            % endif                    ! 1 ! `% endif` ends nothing that is open
            % if x                     ! 1 ! The control line does not end with a colon
            `<%doc>`                   ! 1 ! The block that opens here never closes
            """)
    void what_is_not_read_is_refused_with_its_line(String template, int line, String message) {
        var problem = refused(() -> render(template.replace("\\n", "\n")));

        assertThat(problem.place().orElseThrow()).hasToString("script.py.mako:" + line);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.hint()).isNotEmpty();
    }

    @Test
    void repr_is_exact() {
        assertThat(List.of("it's", "\"it\"", "it's \"it\"", "a\\b\n\t\r", "\u0007\u00e4\u00a0\u2028", "\ud83c\udf75"))
                .map(text -> PythonText.repr(Value.text(text)))
                .containsExactly("\"it's\"", "'\"it\"'", "'it\\'s \"it\"'", "'a\\\\b\\n\\t\\r'",
                        "'\\x07\u00e4\\xa0\\u2028'", "'\ud83c\udf75'");
    }

    private static String render(String template) {
        return MakoTemplate.parse(FILE, template).render(VALUES);
    }
}
