package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;

/// The words of the expression language, by the module that has them.
public final class ExpressionWords {
    private ExpressionWords() {}

    /// What each module adds: `sqlalchemy`, `sqlalchemy.sql`, `sqlalchemy.sql.expression`, `sqlalchemy.sql.functions`,
    /// `sqlalchemy.dialects.postgresql`, `sqlalchemy.dialects.sqlite`.
    public static Map<String, Map<String, Supplier<Value>>> modules() {
        var modules = new HashMap<String, Map<String, Supplier<Value>>>();
        modules.put("sqlalchemy", words());
        modules.put("sqlalchemy.sql", words());
        modules.put("sqlalchemy.sql.expression", words());
        modules.put("sqlalchemy.sql.functions", Map.of("func", Functions::new));
        modules.put("sqlalchemy.dialects.postgresql", Map.of());
        modules.put("sqlalchemy.dialects.sqlite", Map.of());
        return modules;
    }

    private static Map<String, Supplier<Value>> words() {
        var words = new HashMap<String, Supplier<Value>>();
        words.put("text", () -> NativeFunction.of("text", "text", a -> WrittenText.of(a.get("text"))));
        words.put("func", Functions::new);
        words.put("literal", () -> NativeFunction.of("literal", "value, type_=None, literal_execute=False",
                a -> ExpressionValue.of(Expressions.of(a.get("value")))));
        words.put("null", () -> word("null", Word.NULL));
        words.put("true", () -> word("true", Word.TRUE));
        words.put("false", () -> word("false", Word.FALSE));
        return words;
    }

    private static Value word(String name, SqlExpression word) {
        return NativeFunction.of(name, "", _ -> ExpressionValue.of(word));
    }
}
