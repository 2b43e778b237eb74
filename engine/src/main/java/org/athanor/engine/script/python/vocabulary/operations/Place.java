package org.athanor.engine.script.python.vocabulary.operations;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.NamingConvention;

/// Where a directive is called: on `op`, which is told the table, or on the `batch_op` of one table.
interface Place {
    /// The table that a call is about; `parameter` is where `op` is told.
    TableName table(Given given, String parameter);

    void record(Operation operation, int line);

    /// Records a column that is added.
    void add(Operation.AddColumn column, int line);

    /// Records a constraint that is added or dropped.
    void constrain(Operation operation, int line);

    /// The code of the product at hand.
    String product();

    /// `op` or `batch_op`.
    String prefix();

    NamingConvention conventions();

    /// A directive with its parameters as Alembic names them.
    default Value directive(String name, String parameters, Directive body) {
        var function = prefix() + "." + name;
        return NativeFunction.of(function, parameters, bound -> {
            body.run(new Given(function + "()", bound));
            return Nothing.NONE;
        });
    }

    /// What a directive does with its arguments.
    interface Directive {
        void run(Given given);
    }
}
