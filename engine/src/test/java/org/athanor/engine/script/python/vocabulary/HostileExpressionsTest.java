package org.athanor.engine.script.python.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.athanor.engine.script.python.value.PythonFault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Expressions that grow beyond all measure end in an error, soon.
class HostileExpressionsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(strings = {"x = sa.column('a') == 1\nfor _ in range(60): x = sa.and_(x, x)",
            "x = sa.column('a', sa.String)\nfor _ in range(60): x = x + x",
            "x = sa.column('a', sa.String)\nfor _ in range(100000): x = x + 'y'",
            "x = sa.column('a')\nfor _ in range(60): x = sa.func.f(x, x)",
            "x = sa.select(sa.column('a'))\n"
                    + "for _ in range(3000): x = sa.select(sa.column('a')).where(sa.column('b').in_(x))",
            "x = sa.column('a')\nfor _ in range(3000): x = sa.func.f(x)",
            "while True: op.execute('x')"})
    void an_expression_that_takes_too_much_ends(String body) {
        var fault = assertTimeoutPreemptively(SOON,
                () -> catchThrowableOfType(PythonFault.class, () -> Told.operations("postgresql", body)));

        assertThat(fault.kind()).isEqualTo(PythonFault.Kind.EXHAUSTED);
    }
}
