package org.athanor.engine.script.python.vocabulary.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.Combined;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.expression.SqlExpression.Literal;
import org.athanor.engine.expression.SqlExpression.Parameter;
import org.athanor.engine.expression.SqlExpression.Word;
import org.athanor.engine.expression.Statement;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Sequence;
import org.athanor.engine.script.python.value.Text;
import org.athanor.engine.script.python.value.Truth;
import org.athanor.engine.script.python.value.Tuple;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.value.ValueSet;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.types.OwnHandling;
import org.athanor.engine.type.SqlType;

/// Expressions that Python's values stand for.
public final class Expressions {
    private Expressions() {}

    /// An expression as it is; a plain value as a literal of its own type.
    public static SqlExpression of(Value value) {
        if (value instanceof ExpressionValue expression) {
            return scalar(expression.expression());
        }
        if (value == Nothing.NONE) {
            return Word.NULL;
        }
        var constant = Constants.of(value, SqlType.UNKNOWN);
        return new Literal(constant, LiteralTypes.of(constant));
    }

    /// An expression as it is; a plain value as a literal that is given to something of a type. Without a type it has its
    /// own.
    public static SqlExpression of(Value value, SqlType type) {
        if (value instanceof ExpressionValue expression) {
            return retyped(scalar(expression.expression()), type);
        }
        var constant = Constants.of(OwnHandling.handled(value, type), type);
        return new Literal(constant, type instanceof SqlType.Unknown ? LiteralTypes.of(constant) : type);
    }

    /// What a column of the revision fills itself with; a function is only known once it is called, which isn't done here.
    public static SqlExpression preset(String column, Value value, SqlType type) {
        try {
            return of(value, type);
        } catch (PythonFault _) {
            return new SqlExpression.OfPython(
                    "The default of the column %s is made by Python for each row".formatted(column));
        }
    }

    /// A literal without a type takes that of what it is given to.
    private static SqlExpression retyped(SqlExpression expression, SqlType type) {
        return switch (expression) {
            case Literal(var constant, SqlType.Unknown _) ->
                new Literal(constant, type instanceof SqlType.Unknown ? LiteralTypes.of(constant) : type);
            case Parameter parameter -> typed(parameter, type);
            default -> expression;
        };
    }

    /// A parameter without a type takes that of what it stands beside, for the value that it will have.
    private static SqlExpression typed(Parameter parameter, SqlType type) {
        return parameter.type() instanceof SqlType.Unknown
                ? new Parameter(parameter.name(), retyped(parameter.value(), type), type, parameter.required(),
                        parameter.several())
                : parameter;
    }

    /// An expression as it is; a plain value as a literal beside something of a type.
    static SqlExpression beside(SqlType type, Value value) {
        if (value instanceof ExpressionValue expression) {
            var operand = scalar(expression.expression());
            return operand instanceof Parameter parameter ? typed(parameter, type) : operand;
        }
        var handled = OwnHandling.handled(value, type);
        var constant = Constants.of(handled, type);
        return new Literal(constant, handled.equals(value) ? LiteralTypes.beside(type, constant) : type);
    }

    /// A condition: what Python calls true and false are words of SQL.
    static SqlExpression condition(Value value) {
        return switch (value) {
            case ExpressionValue expression -> scalar(expression.expression());
            case Truth truth -> truth.truth() ? Word.TRUE : Word.FALSE;
            case Nothing _ -> Word.NULL;
            case Text text -> WrittenText.of(text).expression();
            default -> throw PythonFault.raised("ArgumentError",
                    "SQL expression for WHERE/HAVING role expected, got %s.".formatted(Given.described(value)));
        };
    }

    static List<SqlExpression> conditions(List<Value> values) {
        return values.stream().map(Expressions::condition).toList();
    }

    /// A query among expressions stands in parentheses.
    static SqlExpression scalar(SqlExpression expression) {
        return expression instanceof Statement.Rows rows ? query(rows) : expression;
    }

    static SqlExpression query(Statement.Rows rows) {
        return new Combined.Query(rows, type(rows));
    }

    private static SqlType type(Statement.Rows rows) {
        return switch (rows) {
            case Statement.Select select ->
                select.chosen().isEmpty() ? SqlType.UNKNOWN : select.chosen().getFirst().type();
            case Statement.Compound compound ->
                compound.parts().isEmpty() ? SqlType.UNKNOWN : type(compound.parts().getFirst());
        };
    }

    /// An expression as it is; a text as SQL (`sqltext`, a condition, an element of an index), which may name parameters as
    /// `sa.text` does.
    public static Optional<SqlExpression> written(Value value) {
        return switch (value) {
            case ExpressionValue expression -> Optional.of(expression.expression());
            case Text text -> Optional.of(WrittenText.of(text).expression());
            default -> Optional.empty();
        };
    }

    /// The elements of a list, tuple or set; a dictionary's keys.
    static List<Value> elements(Value value) {
        var elements = new ArrayList<Value>();
        if (value instanceof Dictionary map) {
            elements.addAll(map.entries().keySet());
        } else {
            value.iterator().forEachRemaining(elements::add);
        }
        return elements;
    }

    /// Several arguments, or the one list that holds them, as older versions wanted it.
    static List<Value> spread(List<Value> arguments) {
        return arguments.size() == 1 && isList(arguments.getFirst()) ? elements(arguments.getFirst()) : arguments;
    }

    static boolean isList(Value value) {
        return value instanceof Sequence
                || value instanceof Tuple
                || value instanceof ValueSet
                || value.typeName().equals("generator");
    }
}
