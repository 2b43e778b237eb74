package org.athanor.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.sql.StatementScanner.UnclosedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StatementScannerTest {
    private static final SqlSyntax POSTGRESQL = SqlSyntax.POSTGRESQL;
    private static final SqlSyntax SQLITE = SqlSyntax.SQLITE;

    @Test
    void a_script_of_nothing_has_no_statements() throws UnclosedText {
        assertThat(scan(SQLITE, "")).isEmpty();
        assertThat(scan(SQLITE, " ;;\n; -- only a comment\n/* and another */")).isEmpty();
    }

    @Test
    void a_statement_comes_without_its_semicolon_and_with_its_line() throws UnclosedText {
        assertThat(new StatementScanner(SQLITE).scan("\n-- first\nSELECT 1;\n\nSELECT\n 2 ;", 10))
                .containsExactly(new Statement("SELECT 1", 12, true), new Statement("SELECT\n 2", 14, true));
    }

    @Test
    void windows_line_ends_count_once() throws UnclosedText {
        assertThat(scan(SQLITE, "SELECT 1;\r\nSELECT 2;\r\n")).containsExactly("1: SELECT 1", "2: SELECT 2");
    }

    @Test
    void a_carriage_return_ends_a_comment_where_the_server_thinks_so() throws UnclosedText {
        var script = "SELECT 1 -- old\r; DELETE FROM t\n; SELECT 2";

        assertThat(scan(POSTGRESQL, script)).containsExactly("1: SELECT 1", "2: DELETE FROM t", "3: SELECT 2");
        assertThat(scan(SQLITE, script)).containsExactly("1: SELECT 1", "3: SELECT 2");
    }

    @Test
    void a_text_with_escapes_goes_on_behind_the_end_of_a_line() throws UnclosedText {
        assertThat(scan(POSTGRESQL, "SELECT E'a' -- more\n'\\' ; b'; SELECT 2")).hasSize(2);
        assertThat(scan(POSTGRESQL, "SELECT E'a'\r'\\' ; b'; SELECT 2")).hasSize(2);
        assertThat(scan(POSTGRESQL, "SELECT 'a'\n'\\' ; SELECT 2")).hasSize(2);
    }

    @Test
    void what_is_not_ascii_is_a_letter() throws UnclosedText {
        for (var letter : List.of("é", "\u00A0", "\u2028", "\u3000", "\uFEFF", "\uD83D\uDE00")) {
            assertThat(scan(POSTGRESQL, "SELECT 1 AS " + letter + "$$; DELETE FROM t; -- $$")).hasSize(2);
        }
    }

    @Test
    void only_a_body_is_a_body() throws UnclosedText {
        assertThat(scan(POSTGRESQL, "CREATE TRIGGER begin AFTER INSERT ON t EXECUTE FUNCTION f(); SELECT 1"))
                .hasSize(2);
        assertThat(scan(POSTGRESQL, "CREATE FUNCTION f(begin atomic) RETURNS int RETURN 1; SELECT 1")).hasSize(2);
        assertThat(scan(POSTGRESQL, "CREATE VIEW v AS SELECT function FROM begin atomic; SELECT 1")).hasSize(2);
    }

    @Test
    void a_byte_order_mark_is_no_statement() throws UnclosedText {
        assertThat(scan(SQLITE, "\uFEFFSELECT 1")).containsExactly("1: SELECT 1");
    }

    @Test
    void the_torture_script_of_postgresql_falls_apart_where_it_should() throws UnclosedText {
        assertThat(firstLines(POSTGRESQL, torture("postgresql"))).containsExactly("2: CREATE TABLE \"odd;name\" (",
                "8: INSERT INTO \"odd;name\" VALUES (1, E'It\\'s; escaped \\\\'), (2, 'back\\slash\\')",
                "10: CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$",
                "17: CREATE FUNCTION two() RETURNS text LANGUAGE plpgsql AS $body$",
                "25: SELECT 'a' AS \"quoted \"\"name\"\" ; here\", $tag$;$tag$",
                "27: DO $do$ BEGIN PERFORM 1; END $do$", "29: SELECT price$1 FROM t WHERE a = $1",
                "31: SELECT CASE WHEN true THEN 'END' ELSE ';' END", "33: CREATE VIEW v AS SELECT a.x FROM a",
                "34: SELECT 1", "35: SELECT 'last one has no semicolon'");
    }

    @Test
    void the_torture_script_of_sqlite_falls_apart_where_it_should() throws UnclosedText {
        assertThat(firstLines(SQLITE, torture("sqlite"))).containsExactly("2: CREATE TABLE \"odd;name\" (",
                "8: INSERT INTO \"odd;name\" VALUES (1, 'ends with a backslash\\'), (2, 'next')",
                "10: CREATE TRIGGER stock AFTER INSERT ON line",
                "18: CREATE TEMP TRIGGER IF NOT EXISTS second DELETE ON line BEGIN SELECT 1; END",
                "20: SELECT `odd;``name` FROM t", "21: BEGIN", "22: COMMIT",
                "23: SELECT CASE WHEN 1 THEN 'END' ELSE ';' END", "24: SELECT 1",
                "25: SELECT 'last one has no semicolon'");
    }

    @Test
    void the_body_of_a_standard_function_is_one_statement() throws UnclosedText {
        assertThat(scan(POSTGRESQL, """
                CREATE OR REPLACE FUNCTION f() RETURNS integer
                BEGIN ATOMIC
                    SELECT CASE WHEN true THEN 1 ELSE 2 END;
                    SELECT 2;
                END;
                SELECT 3;""")).hasSize(2).last().isEqualTo("6: SELECT 3");
    }

    @Test
    void a_trigger_of_postgresql_ends_at_its_semicolon() throws UnclosedText {
        assertThat(scan(POSTGRESQL,
                "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f(); SELECT 1;"))
                .containsExactly("1: CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()",
                        "1: SELECT 1");
    }

    @Test
    void brackets_quote_a_name_in_sqlite_and_index_an_array_in_postgresql() throws UnclosedText {
        assertThat(scan(SQLITE, "SELECT [odd;name]; SELECT 2")).containsExactly("1: SELECT [odd;name]", "1: SELECT 2");
        assertThat(scan(POSTGRESQL, "SELECT a[1]; SELECT '{1}'::int[]; SELECT 2")).hasSize(3);
    }

    @Test
    void a_trigger_named_end_or_on_a_table_named_begin_is_still_one_statement() throws UnclosedText {
        assertThat(scan(SQLITE, "CREATE TRIGGER \"end\" AFTER INSERT ON [begin] BEGIN SELECT 1; END; SELECT 2;"))
                .hasSize(2);
    }

    @Test
    void a_column_named_trigger_opens_no_body() throws UnclosedText {
        assertThat(scan(SQLITE, "CREATE TABLE t (trigger text, x text); BEGIN; SELECT 1; END;")).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource
    void text_that_never_closes_is_told_with_the_line_it_opens_on(String script, int line) {
        assertThatExceptionOfType(UnclosedText.class).isThrownBy(() -> scan(SQLITE, script))
                .withMessage("A quote or comment opens on line " + line + " and never closes")
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    static Stream<Arguments> text_that_never_closes_is_told_with_the_line_it_opens_on() {
        return Stream.of(arguments("SELECT 1;\nSELECT 'open\n;", 2), arguments("SELECT 1 /* open", 1),
                arguments("\n\nSELECT \"open;", 3), arguments("SELECT [open;\n", 1),
                arguments("SELECT 'it''s open", 1));
    }

    @Test
    void a_dollar_quote_and_a_nested_comment_can_stay_open_too() {
        assertThatExceptionOfType(UnclosedText.class).isThrownBy(() -> scan(POSTGRESQL, "\n\nDO $a$ x $b$"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(3));
        assertThatExceptionOfType(UnclosedText.class).isThrownBy(() -> scan(POSTGRESQL, "/* a /* b */"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(1));
    }

    @Test
    void leading_words_are_told_in_upper_case_up_to_the_first_other_thing() {
        var scanner = new StatementScanner(POSTGRESQL);

        assertThat(scanner.leadingWords("create /* x */ unique -- y\n index Concurrently i on t (a)", 9))
                .containsExactly("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY", "I", "ON", "T");
        assertThat(scanner.leadingWords("drop table \"Odd\"", 9)).containsExactly("DROP", "TABLE");
        assertThat(scanner.leadingWords("SELECT 1", 1)).containsExactly("SELECT");
        assertThat(scanner.leadingWords("\\copy t from 'f'", 3)).isEmpty();
    }

    @Test
    void a_blank_statement_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> Statement.of(" \n"));
    }

    static String torture(String product) {
        try (var script = StatementScannerTest.class.getResourceAsStream("torture-" + product + ".sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> scan(SqlSyntax syntax, String script) throws UnclosedText {
        return new StatementScanner(syntax).scan(script, 1).stream().map(s -> s.line() + ": " + s.text()).toList();
    }

    private static List<String> firstLines(SqlSyntax syntax, String script) throws UnclosedText {
        return scan(syntax, script).stream().map(s -> s.lines().findFirst().orElseThrow()).toList();
    }
}
