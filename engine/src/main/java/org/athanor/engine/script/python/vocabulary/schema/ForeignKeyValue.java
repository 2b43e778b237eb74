package org.athanor.engine.script.python.vocabulary.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.Name;

/// `sa.ForeignKey("orders.id")`: a foreign key that is written at its column.
public record ForeignKeyValue(Target target, Optional<Name> name, Optional<String> onUpdate, Optional<String> onDelete,
        Optional<String> match, Timing timing, boolean useAlter, Map<String, Setting> settings) implements Value {
    public ForeignKeyValue {
        settings = Map.copyOf(settings);
    }

    public static Value maker() {
        return NativeFunction.of("ForeignKey",
                "column, _constraint=None, use_alter=False, name=None, onupdate=None, ondelete=None, deferrable=None,"
                        + " initially=None, link_to_name=False, match=None, info=None, comment=None, **dialect_kw",
                ForeignKeyValue::of);
    }

    private static Value of(Bound bound) {
        var given = new Given("ForeignKey()", bound);
        return new ForeignKeyValue(Target.of(bound.get("column"), given.function()), given.name("name"),
                given.optionalText("onupdate"), given.optionalText("ondelete"), given.optionalText("match"),
                Constraints.timing(given), given.flag("use_alter"),
                Settings.of(given.function(), bound.namedRest(), Settings.CHECKED));
    }

    /// The constraint that stands for it on a column.
    Constraint.ForeignKey constraint(String column, Optional<String> defaultSchema) {
        return new Constraint.ForeignKey(name, List.of(column), target.table(defaultSchema), List.of(target.column()),
                onDelete, onUpdate, match, timing, settings);
    }

    @Override
    public String typeName() {
        return "ForeignKey";
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "target_fullname" -> new Text(target.written());
            default -> Value.super.attribute(member);
        };
    }

    @Override
    public String written() {
        return "ForeignKey('%s')".formatted(target.written());
    }
}
