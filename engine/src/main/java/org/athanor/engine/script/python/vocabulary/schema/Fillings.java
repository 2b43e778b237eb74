package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Optional;

import org.athanor.engine.schema.Filling;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;

/// What `server_default=` may be.
public final class Fillings {
    private Fillings() {}

    public static Filling of(Value value, String function) {
        return switch (value) {
            case FillingValue filling -> filling.filling();
            case ExpressionValue expression -> new Filling.Default(expression.expression());
            default -> text(value).orElseThrow(() -> PythonFault.raised("ArgumentError",
                    "%s: argument 'server_default' must be a text or an SQL expression such as sa.text('0'), not %s"
                            .formatted(function, value.typeName())));
        };
    }

    private static Optional<Filling> text(Value value) {
        return Given.asText(value).map(Filling.Text::new);
    }
}
