package org.athanor.engine.script.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.athanor.engine.script.python.syntax.PythonParser;
import org.athanor.engine.script.python.syntax.PythonSyntaxException;
import org.athanor.engine.script.python.syntax.TopLevel;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainValueTest {
    @ParameterizedTest
    @ValueSource(strings = {"revision = 'a1'", "revision = \"a1\"\n", "revision=''", "down_revision = None",
            "revision: str = 'a1'", "down_revision: Union[str, None] = None", "down_revision: str | None = 'it'",
            "text = \"\"\"several\nlines\"\"\"", "text = \"it's\""})
    void a_plain_value_is_what_the_parser_reads(String text) throws PythonSyntaxException {
        assertThat(PlainValue.assigned(line(text))).isPresent().isEqualTo(parsed(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a = 'x' 'y'", "a = 'x' # it's", "a = 'it\\'s'", "a = ('x',)", "a = b = 'x'", "a = 'x',",
            "a = r'x'", "a = '''x'''", "a = 'x' + 'y'", "a == 'x'", "a: Literal['='] = 'x'", "a = \"\"\"x\ry\"\"\"",
            "a = NoneType", "a += 'x'", "f(a='x')"})
    void all_else_is_left_to_the_parser(String text) {
        assertThat(PlainValue.assigned(line(text))).isEmpty();
    }

    private static TopLevel.Line line(String text) {
        return new TopLevel.Line(text, 3, false);
    }

    private static Optional<Expression> parsed(String text) throws PythonSyntaxException {
        return switch (PythonParser.instruction(line(text))) {
            case Instruction.Assign assigned -> Optional.of(assigned.value());
            case Instruction.Annotate annotated -> annotated.value();
            default -> Optional.empty();
        };
    }
}
