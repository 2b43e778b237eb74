package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.engine.expression.Replacement;
import org.athanor.engine.expression.Source;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Literal;
import org.athanor.engine.expression.SqlExpression.Parameter;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.expression.Statement.Assignment;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;

/// The values that a statement is executed with, by name: for its parameters, and for columns. Of several sets the first
/// one says which `columns` are meant; what is neither parameter nor column is left alone, as SQLAlchemy leaves it.
record ParameterSet(Map<String, Value> values, Set<String> columns, String place) {
    public ParameterSet {
        values = Map.copyOf(values);
    }

    /// `place` tells of several sets the one that lacks a value.
    static List<ParameterSet> of(List<Dictionary> given) {
        var sets = new ArrayList<ParameterSet>();
        for (var one : given) {
            var values = new LinkedHashMap<String, Value>();
            one.entries().forEach((name, value) -> values.put(name.shown(), value));
            var columns = sets.isEmpty() ? values.keySet() : sets.getFirst().columns();
            sets.add(new ParameterSet(values, columns,
                    given.size() == 1 ? "" : ", in parameter group " + sets.size()));
        }
        return sets;
    }

    SqlExpression filled(SqlExpression expression) {
        return Replacement.of(expression, this::value);
    }

    Statement filled(Statement statement) {
        return Replacement.of(statement, this::value);
    }

    private SqlExpression value(Parameter parameter) {
        var given = values.get(parameter.name());
        if (given == null) {
            if (parameter.required()) {
                throw required(parameter.name());
            }
            return parameter;
        }
        return parameter.several() || given instanceof Tuple
                ? Membership.items(parameter.type(), Expressions.elements(given))
                : Expressions.of(given, parameter.type());
    }

    /// What the columns of an insert or update get: the values of the set join those that the statement has.
    List<Assignment> assigned(Source table, Statement statement, List<Assignment> given) {
        var parameters = Replacement.parameters(statement).stream().map(Parameter::name).collect(Collectors.toSet());
        var assigned = new LinkedHashMap<String, Assignment>();
        given.forEach(a -> assigned.put(a.column(), a));
        parameters.stream().filter(p -> table.column(p).isPresent()).forEach(p -> refuseReserved(p, assigned));
        for (var column : table.columns()) {
            if (columns.contains(column.name()) && !parameters.contains(column.name())
                    && isFree(Optional.ofNullable(assigned.get(column.name())))) {
                assigned.put(column.name(),
                        new Assignment(column.name(), Expressions.of(given(column), column.type())));
            }
        }
        return List.copyOf(assigned.values());
    }

    /// A plain value gives way to that of the set, SQL doesn't.
    private static boolean isFree(Optional<Assignment> assigned) {
        return assigned.map(a -> a.value() instanceof Literal).orElse(true);
    }

    private Value given(Source.Column column) {
        return Optional.ofNullable(values.get(column.name())).orElseThrow(() -> required(column.name()));
    }

    private void refuseReserved(String name, Map<String, Assignment> assigned) {
        boolean set = assigned.containsKey(name) || columns.contains(name);
        boolean direct = Optional.ofNullable(assigned.get(name))
                .filter(a -> a.value() instanceof Parameter p && p.name().equals(name)).isPresent();
        if (set && !direct) {
            throw PythonFault.raised("CompileError", ("bindparam() name '%s' is reserved for the column of that name; "
                    + "please give the parameter another name (for example, 'b_%s')").formatted(name, name));
        }
    }

    private PythonFault required(String name) {
        return PythonFault.raised("StatementError",
                "A value is required for bind parameter '%s'%s".formatted(name, place));
    }

    /// Parameters without a value are an error where the statement is sent.
    static void refuseOpen(SqlExpression expression) {
        new ParameterSet(Map.of(), Set.of(), "").filled(expression);
    }
}
