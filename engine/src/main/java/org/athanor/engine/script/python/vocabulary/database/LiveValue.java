package org.athanor.engine.script.python.vocabulary.database;

import java.util.Iterator;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.value.Arguments;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;

/// A value that only a live database can give. Holding it does no harm; looking into it asks the database.
public record LiveValue(String typeName, String reason) implements Value {
    private PythonFault live() {
        return PythonFault.live(reason);
    }

    @Override
    public Value attribute(String name) {
        throw live();
    }

    @Override
    public Value call(Arguments arguments) {
        throw live();
    }

    @Override
    public boolean truth() {
        throw live();
    }

    @Override
    public Iterator<Value> iterator() {
        throw live();
    }

    @Override
    public Value item(Value key) {
        throw live();
    }

    @Override
    public Optional<Value> operate(Operator operator, Value right) {
        throw live();
    }

    @Override
    public Optional<Value> operateReversed(Operator operator, Value left) {
        throw live();
    }

    @Override
    public Optional<Value> compare(Comparator comparator, Value right) {
        throw live();
    }

    @Override
    public Value enter() {
        throw live();
    }

    @Override
    public String shown() {
        throw live();
    }

    @Override
    public String written() {
        throw live();
    }
}
