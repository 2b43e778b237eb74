package org.athanor.engine.script.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said about texts that aren't Python 3, and what no Python at hand may know yet. See also
/// [CPythonAgreesTest].
class PythonParserTest {
    static Stream<Snippets.Snippet> newer() {
        return Snippets.of("newer.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("newer")
    void newer_constructs_are_read(Snippets.Snippet snippet) throws PythonSyntaxException {
        var parts = snippet.text().split("====\n", 2);
        assertThat("tree " + TreeText.of(PythonParser.parse(parts[0]), true)).isEqualTo(parts[1].strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            print "a"                          | print
            print a                            | print
            exec "a"                           | exec
            raise E, "a"                       | raise
            `a`                                | backticks
            if a <> b: pass                    | <>
            x = 0777                           | 0o
            x = 10L                            | 10L
            x = ur'a'                          | raw
            """)
    void python_2_is_called_so(String source, String what) {
        var problem = problem("import a\n\n" + source + "\n");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.reason()).startsWith("This is Python 2").contains(what);
    }

    @Test
    void an_exception_with_a_name_behind_a_comma_is_python_2() {
        var problem = problem("try:\n    a\nexcept ValueError, e:\n    pass\n");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.reason()).startsWith("This is Python 2").contains("except ValueError as e");
        assertThat(problem("try:\n    a\nexcept ValueError, KeyError:\n    pass\n").reason())
                .contains("write `except (ValueError, KeyError):`");
    }

    @Test
    void an_open_bracket_is_told_where_it_opens() {
        assertThat(problem("def f():\n    g(1, (2, 3)\n\ndef h(): pass\n").line()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a = (1, 2                  | 1 | '(' opens here and never closes
            a = [1)                    | 1 | ')' can't close the '[' of line 1
            a b                        | 1 | 'b' is not expected here
            f(a=1, b)                  | 1 | An argument without a name can't follow one with a name
            f() = 1                    | 1 | Nothing can be assigned to the result of a call
            if a = b: pass             | 1 | ':' is missing before '='
            a = 'b                     | 1 | A string opens here and never closes
            def f(a=1, b): pass        | 1 | A parameter without a default can't follow one with a default
            import a.                  | 1 | a name is missing before the end of the line
            """)
    void a_fault_is_told_with_its_line(String source, int line, String reason) {
        var problem = problem(source);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.reason()).isEqualTo(reason);
    }

    static Stream<String> deep() {
        int many = 50_000;
        return Stream
                .of("(", "[", "{a:", "f(", "a[", "-", "not ", "a**", "lambda:", "lambda a=", "a if b else ", "(yield ",
                        "(a:=", "f'{", "f'{a:{", "a.b.", "a().", "a+", "a or b and not c < d | e ^ f & g << h + i * (",
                        "if a: b\nelif c: ", "[a for b in ")
                .flatMap(part -> Stream.of(part.repeat(many), part.repeat(many) + "a"));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void deep_nesting_ends_in_a_problem(String source) throws InterruptedException {
        var seen = new Throwable[1];
        var thread = new Thread(null, () -> seen[0] = problem(source), "a small stack", 512 * 1024);
        thread.start();
        thread.join();
        assertThat(seen[0]).isInstanceOf(PythonSyntaxException.class);
    }

    @Test
    void a_long_sum_is_bounded_and_a_long_list_is_not() throws InterruptedException, PythonSyntaxException {
        assertThat(problem("a" + "+a".repeat(2000)).reason()).contains("nested too deeply");
        assertThat(PythonParser.parse("[" + "a + b.c(d) - e, ".repeat(10_000) + "]").body()).hasSize(1);
        assertThat(PythonParser.parse("(" + "'a'\n".repeat(10_000) + ")").body()).hasSize(1);
    }

    @Test
    void lines_count_from_one_whatever_ends_them() throws PythonSyntaxException {
        for (var end : List.of("\n", "\r\n", "\r")) {
            var body = PythonParser.parse("\uFEFFa" + end + end + "b = '''" + end + "'''" + end + "c").body();
            assertThat(body).extracting("line").containsExactly(1, 3, 5);
        }
    }

    private static PythonSyntaxException problem(String source) {
        return catchThrowableOfType(PythonSyntaxException.class, () -> PythonParser.parse(source));
    }
}
