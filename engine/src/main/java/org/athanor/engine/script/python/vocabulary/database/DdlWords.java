package org.athanor.engine.script.python.vocabulary.database;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Operations;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Signature.Bound;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.ConstraintValue;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.IndexValue;
import org.athanor.engine.script.python.vocabulary.schema.SequenceValue;
import org.athanor.engine.script.python.vocabulary.schema.TableModel;

/// The constructs of `sqlalchemy.schema` that `op.execute` takes.
public final class DdlWords {
    private DdlWords() {}

    public static Map<String, Supplier<Value>> all() {
        return Map.ofEntries(word("CreateTable", "element, include_foreign_key_constraints=None!, if_not_exists=False",
                DdlWords::createTable), word("DropTable", "element, if_exists=False", DdlWords::dropTable),
                word("CreateIndex", "element, if_not_exists=False", DdlWords::createIndex),
                word("DropIndex", "element, if_exists=False", DdlWords::dropIndex),
                word("CreateSequence", "element, if_not_exists=False", DdlWords::createSequence),
                word("DropSequence", "element, if_exists=False", DdlWords::dropSequence),
                word("AddConstraint", "element, isolate_from_table=True", DdlWords::addConstraint),
                word("DropConstraint", "element, cascade=False, if_exists=False, isolate_from_table=True",
                        DdlWords::dropConstraint),
                Map.entry("CreateSchema", () -> NativeFunction.of("CreateSchema", "name, if_not_exists=False", b -> {
                    var given = new Given("CreateSchema()", b);
                    return new DdlValue("CreateSchema", _ -> List.of(
                            new Operation.CreateSchema(given.text("name"), given.flag("if_not_exists"))));
                })), Map.entry("DropSchema", () -> NativeFunction.of("DropSchema",
                        "name, cascade=False, if_exists=False", b -> {
                            var given = new Given("DropSchema()", b);
                            return new DdlValue("DropSchema", _ -> List.of(new Operation.DropSchema(given.text("name"),
                                    given.flag("if_exists"), given.flag("cascade"))));
                        })),
                Map.entry("DDL", () -> NativeFunction.of("DDL", "statement, context=None", DdlWords::text)));
    }

    private static Map.Entry<String, Supplier<Value>> word(String name, String parameters,
            Function<Given, Function<String, Operation>> made) {
        return Map.entry(name, () -> NativeFunction.of(name, parameters, b -> {
            var operation = made.apply(new Given(name + "()", b));
            return new DdlValue(name, product -> List.of(operation.apply(product)));
        }));
    }

    private static <T> T element(Given given, Class<T> kind) {
        var element = given.bound().get("element");
        if (!kind.isInstance(element)) {
            throw given.wrong("element", "what it creates or drops", element);
        }
        return kind.cast(element);
    }

    private static Function<String, Operation> createTable(Given given) {
        var table = element(given, DefinedTable.class);
        boolean careful = given.flag("if_not_exists");
        return product -> new Operation.CreateTable(TableModel.of(table, product).withIndexes(List.of()), careful);
    }

    private static Function<String, Operation> dropTable(Given given) {
        var table = element(given, DefinedTable.class).name();
        boolean careful = given.flag("if_exists");
        return _ -> new Operation.DropTable(table, careful);
    }

    private static Function<String, Operation> createIndex(Given given) {
        var index = element(given, IndexValue.class);
        boolean careful = given.flag("if_not_exists");
        return _ -> new Operation.CreateIndex(index.table().name(), index.index(index.table()), careful);
    }

    private static Function<String, Operation> dropIndex(Given given) {
        var index = element(given, IndexValue.class);
        boolean careful = given.flag("if_exists");
        var table = index.table();
        return _ -> new Operation.DropIndex(Optional.of(table.name()), table.schema(), index.index(table).name(),
                careful, index.index(table).settings());
    }

    private static Function<String, Operation> createSequence(Given given) {
        var sequence = element(given, SequenceValue.class).sequence();
        return _ -> new Operation.CreateSequence(sequence, false, given.flag("if_not_exists"));
    }

    private static Function<String, Operation> dropSequence(Given given) {
        var sequence = element(given, SequenceValue.class).sequence();
        return _ -> new Operation.DropSequence(sequence.name(), false, given.flag("if_exists"));
    }

    private static Function<String, Operation> addConstraint(Given given) {
        var constraint = element(given, ConstraintValue.class);
        return _ -> new Operation.AddConstraint(table(given, constraint).name(), constraint.constraint());
    }

    private static Function<String, Operation> dropConstraint(Given given) {
        var constraint = element(given, ConstraintValue.class);
        if (given.flag("cascade")) {
            throw PythonFault.unreadable("DropConstraint(cascade=True) isn't supported yet");
        }
        return _ -> new Operation.DropConstraint(table(given, constraint).name(), constraint.constraint().name(),
                Optional.of(constraint.constraint().kind()), given.flag("if_exists"));
    }

    private static DefinedTable table(Given given, ConstraintValue constraint) {
        return constraint.table().orElseThrow(() -> PythonFault.raised("InvalidRequestError",
                given.function() + ": This constraint is not bound to a table."));
    }

    /// `%%` is one `%`, and `%(name)s` a value of `context`: Python's own formatting.
    private static Value text(Bound bound) {
        var text = new Text(new Given("DDL()", bound).text("statement"));
        var context = bound.given("context").orElseGet(() -> new Dictionary(Map.of()));
        return new DdlValue("DDL",
                _ -> List.of(new Operation.Execute(Operations.operate(Operator.MODULO, text, context).shown())));
    }

}
