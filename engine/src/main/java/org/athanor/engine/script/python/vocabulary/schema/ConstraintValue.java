package org.athanor.engine.script.python.vocabulary.schema;

import java.util.Optional;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;

/// A constraint as Python holds it: its name may still change.
public final class ConstraintValue implements Value {
    private final String typeName;
    private final boolean useAlter;
    private Constraint constraint;
    private Optional<DefinedTable> table = Optional.empty();

    ConstraintValue(String typeName, Constraint constraint) {
        this(typeName, constraint, false);
    }

    /// `useAlter` keeps a foreign key out of CREATE TABLE where it can be added later.
    ConstraintValue(String typeName, Constraint constraint, boolean useAlter) {
        this.typeName = typeName;
        this.constraint = constraint;
        this.useAlter = useAlter;
    }

    public Constraint constraint() {
        return constraint;
    }

    boolean useAlter() {
        return useAlter;
    }

    /// The table it belongs to, once it does.
    public Optional<DefinedTable> table() {
        return table;
    }

    /// The same constraint for another table.
    public ConstraintValue copy() {
        return new ConstraintValue(typeName, constraint, useAlter);
    }

    void attach(DefinedTable to) {
        table = Optional.of(to);
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "name" -> constraint.name().<Value>map(n -> new Text(n.text())).orElse(Nothing.NONE);
            case "table", "parent" -> table.<Value>map(t -> t).orElse(Nothing.NONE);
            case "columns" -> new Sequence(ConstraintNames.columns(constraint).stream().map(Text::new).toList());
            default -> Value.super.attribute(member);
        };
    }

    @Override
    public void assign(String member, Value value) {
        if (!member.equals("name")) {
            Value.super.assign(member, value);
        }
        constraint = ConstraintNames.renamed(constraint, Given.asName(value));
    }
}
