package org.athanor.engine.script.python.vocabulary.operations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.Placed;
import org.athanor.engine.operation.RebuildOptions;
import org.athanor.engine.operation.RebuildOptions.Position;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.database.BindValue;
import org.athanor.engine.script.python.vocabulary.schema.NamingConvention;

/// `with op.batch_alter_table(…) as batch_op:` changes of one table, which become one operation at the end of the block.
final class BatchBlock implements Value, Place {
    private final Op op;
    private final TableName table;
    private final BatchOptions options;
    private final int line;
    private final List<Placed> changes = new ArrayList<>();
    private final Map<String, Position> positions = new LinkedHashMap<>();

    BatchBlock(Op op, TableName table, BatchOptions options, int line) {
        this.op = op;
        this.table = table;
        this.options = options;
        this.line = line;
    }

    @Override
    public TableName table(Given given, String parameter) {
        return table;
    }

    @Override
    public void record(Operation operation, int atLine) {
        changes.add(new Placed(operation, atLine));
    }

    @Override
    public void add(Operation.AddColumn column, int atLine) {
        record(column, atLine);
    }

    @Override
    public void constrain(Operation operation, int atLine) {
        record(operation, atLine);
    }

    @Override
    public String product() {
        return bind().product();
    }

    BindValue bind() {
        return op.bind();
    }

    Op op() {
        return op;
    }

    @Override
    public String prefix() {
        return "batch_op";
    }

    @Override
    public NamingConvention conventions() {
        return NamingConvention.DEFAULT;
    }

    void position(Given given, String column) {
        var before = given.optionalText("insert_before");
        var after = given.optionalText("insert_after");
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        positions.put(column, new Position(before, after));
    }

    @Override
    public Value enter() {
        return new BatchOp(this);
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        if (fault.isEmpty()) {
            bind().recorder().record(new Operation.Rebuild(table, rebuild(), changes), line);
        }
        return false;
    }

    private RebuildOptions rebuild() {
        return options.with(positions, changes);
    }

    @Override
    public String typeName() {
        return "_GeneratorContextManager";
    }
}
