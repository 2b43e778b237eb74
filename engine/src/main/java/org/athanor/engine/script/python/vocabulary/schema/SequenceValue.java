package org.athanor.engine.script.python.vocabulary.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.expressions.ExpressionValue;
import org.athanor.engine.script.python.vocabulary.types.Types;
import org.athanor.engine.type.SqlType;

/// `sa.Sequence(…)`: a sequence of its own.
public record SequenceValue(Sequence sequence) implements Value {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    static Value maker() {
        return NativeFunction.of("Sequence", "name, " + FillingValue.COUNTING.replace(", cache=None, order=None", "")
                + ", schema=None, cache=None, order=None, data_type=None, optional=False!, quote=None!, metadata=None,"
                + " quote_schema=None!, for_update=False, **dialect_kw", SequenceValue::of);
    }

    private static Value of(Bound bound) {
        var given = new Given("Sequence()", bound);
        var schema = given.optionalText("schema").or(() -> bound.given("metadata")
                .flatMap(m -> m instanceof MetadataValue metadata ? metadata.schema() : Optional.empty()));
        return new SequenceValue(
                new Sequence(new TableName(schema, given.text("name")), FillingValue.options(given),
                        bound.given("data_type").map(t -> Types.of(t, given.function(), "data_type"))));
    }

    @Override
    public String typeName() {
        return "Sequence";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> new Text(sequence.name().name());
            case "create" -> NativeFunction.of(member, "bind, checkfirst=True", b -> record(b,
                    new Operation.CreateSequence(sequence, checksFirst(b), false)));
            case "drop" -> NativeFunction.of(member, "bind, checkfirst=True", b -> record(b,
                    new Operation.DropSequence(sequence.name(), checksFirst(b), false)));
            case "next_value" -> NativeFunction.of(member, "", _ -> nextValue());
            default -> Value.super.attribute(member);
        };
    }

    private static boolean checksFirst(Bound bound) {
        return bound.find("checkfirst").map(Value::truth).orElse(true);
    }

    private Value nextValue() {
        var name = sequence.name().schema().map(s -> quoted(s) + ".").orElse("") + quoted(sequence.name().name());
        return ExpressionValue.of(new SqlExpression.Call("nextval",
                List.of(new SqlExpression.Literal(new Constant.Text(name), SqlType.TEXT)),
                new SqlType.Whole(SqlType.Whole.Size.BIG)));
    }

    /// Inside of a text, as the database reads a name.
    private static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Value record(Bound bound, Operation operation) {
        Types.connection(bound.get("bind"), "Sequence()").recorder().record(operation, bound.line());
        return Nothing.NONE;
    }
}
