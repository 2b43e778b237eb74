package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.types.Types;

/// `sa.Sequence(…)`: a sequence of its own.
public record SequenceValue(Sequence sequence) implements Value {
    static Value maker() {
        return NativeFunction.of("Sequence", "name, " + FillingValue.COUNTING.replace(", cache=None, order=None", "")
                + ", schema=None, cache=None, order=None, data_type=None, optional=False, quote=None, metadata=None,"
                + " quote_schema=None, for_update=False, **dialect_kw", SequenceValue::of);
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
                    new Operation.CreateSequence(sequence, b.find("checkfirst").map(Value::truth).orElse(true))));
            case "drop" -> NativeFunction.of(member, "bind, checkfirst=True", b -> record(b,
                    new Operation.DropSequence(sequence.name(), b.find("checkfirst").map(Value::truth).orElse(true))));
            case "next_value" -> NativeFunction.of(member, "", _ -> {
                throw PythonFault.unreadable("Sequence.next_value() isn't supported yet");
            });
            default -> Value.super.attribute(member);
        };
    }

    private static Value record(Bound bound, Operation operation) {
        Types.connection(bound.get("bind"), "Sequence()").recorder().record(operation, bound.line());
        return Nothing.NONE;
    }
}
