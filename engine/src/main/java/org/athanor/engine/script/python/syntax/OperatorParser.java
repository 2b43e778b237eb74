package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.syntax.Kind.Level;
import org.athanor.engine.script.python.tree.Comparator;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Operator;

/// Reads expressions. Operators between operands are read by how tightly they bind, one call for all that bind alike.
final class OperatorParser {
    private final Tokens tokens;
    private final OperandParser operands;

    OperatorParser(Tokens tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
    }

    /// `a, *b`, or what a `yield` gives.
    Expression severalOrYield() throws PythonSyntaxException {
        return tokens.kind() == Kind.YIELD ? yielded() : several();
    }

    /// `a`, or without a bracket `a, *b`.
    Expression several() throws PythonSyntaxException {
        int line = tokens.line();
        var first = starred();
        if (tokens.kind() != Kind.COMMA) {
            return first;
        }
        var elements = new ArrayList<Expression>();
        elements.add(first);
        while (tokens.take(Kind.COMMA) && tokens.kind().startsExpression) {
            elements.add(starred());
        }
        return new Expression.Tuple(elements, line);
    }

    private Expression starred() throws PythonSyntaxException {
        return tokens.kind() == Kind.STAR ? star() : expression();
    }

    /// `*a` where operators bind tighter than the star.
    Expression star() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.expect(Kind.STAR);
        return new Expression.Starred(operators(Level.OR_BITS), line);
    }

    Expression starredOrNamed() throws PythonSyntaxException {
        return tokens.kind() == Kind.STAR ? star() : named();
    }

    Expression yielded() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.expect(Kind.YIELD);
        if (tokens.take(Kind.FROM)) {
            return new Expression.Yield(Optional.of(expression()), true, line);
        }
        return new Expression.Yield(tokens.kind().startsExpression ? Optional.of(several()) : Optional.empty(), false,
                line);
    }

    /// `a`, or `name := a`.
    Expression named() throws PythonSyntaxException {
        if (tokens.kind() != Kind.NAME || tokens.after(1) != Kind.WALRUS) {
            return expression();
        }
        int line = tokens.line();
        var name = tokens.name();
        tokens.next();
        return new Expression.Assigned(name, expression(), line);
    }

    Expression expression() throws PythonSyntaxException {
        if (tokens.kind() == Kind.LAMBDA) {
            return lambda();
        }
        int line = tokens.line();
        var then = operators(Level.OR);
        if (tokens.kind() != Kind.IF) {
            return then;
        }
        tokens.next();
        var condition = operators(Level.OR);
        tokens.expect(Kind.ELSE);
        tokens.enter();
        var otherwise = expression();
        tokens.leave();
        return new Expression.Conditional(condition, then, otherwise, line);
    }

    private Expression lambda() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        tokens.enter();
        var parameters = new ParameterParser(tokens, this).ofLambda();
        tokens.expect(Kind.COLON);
        var body = expression();
        tokens.leave();
        return new Expression.Lambda(parameters, body, line);
    }

    /// Reads operands, and the operators between them that bind at least this tightly.
    Expression operators(int loosest) throws PythonSyntaxException {
        int line = tokens.line();
        int before = tokens.measure();
        tokens.enter();
        var left = tokens.kind() == Kind.NOT && loosest <= Level.NOT ? negation() : operands.operand();
        while (true) {
            int level = tokens.kind().level;
            if (level < loosest || level == Level.NO_OPERATOR) {
                break;
            }
            tokens.grow();
            left = switch (level) {
                case Level.OR, Level.AND -> junction(left, level, line);
                case Level.COMPARISON -> comparison(left, line);
                default -> binary(left, level, line);
            };
        }
        tokens.leave();
        tokens.measured(before);
        return left;
    }

    private Expression negation() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        tokens.grow();
        var operand = operators(Level.NOT);
        return new Expression.Unary(Expression.Unary.Sign.NOT, operand, line);
    }

    private Expression binary(Expression left, int level, int line) throws PythonSyntaxException {
        var operator = Operators.operator(tokens.kind());
        tokens.next();
        return new Expression.Binary(left, operator, operators(level + 1), line);
    }

    private Expression junction(Expression first, int level, int line) throws PythonSyntaxException {
        var joint = tokens.kind();
        var values = new ArrayList<Expression>();
        values.add(first);
        while (tokens.take(joint)) {
            values.add(operators(level + 1));
        }
        return new Expression.Junction(joint == Kind.AND, values, line);
    }

    private Expression comparison(Expression first, int line) throws PythonSyntaxException {
        var links = new ArrayList<Expression.Comparison.Link>(1);
        while (tokens.kind().level == Level.COMPARISON) {
            links.add(new Expression.Comparison.Link(comparator(), operators(Level.OR_BITS)));
        }
        return new Expression.Comparison(first, links, line);
    }

    private Comparator comparator() throws PythonSyntaxException {
        var kind = tokens.kind();
        tokens.next();
        if (kind == Kind.NOT) {
            tokens.expect(Kind.IN);
            return Comparator.NOT_IN;
        }
        return kind == Kind.IS && tokens.take(Kind.NOT) ? Comparator.IS_NOT : Operators.comparator(kind);
    }

    /// `base ** exponent`, where the exponent may have a sign and a power of its own.
    Expression power(Expression base, int line) throws PythonSyntaxException {
        tokens.expect(Kind.DOUBLE_STAR);
        tokens.enter();
        tokens.grow();
        var exponent = operands.operand();
        tokens.leave();
        return new Expression.Binary(base, Operator.POWER, exponent, line);
    }

    /// What a `for` or a comprehension assigns to.
    Expression targets() throws PythonSyntaxException {
        int line = tokens.line();
        var first = starredTarget();
        var target = first;
        if (tokens.kind() == Kind.COMMA) {
            var elements = new ArrayList<Expression>();
            elements.add(first);
            while (tokens.take(Kind.COMMA) && tokens.kind().startsExpression) {
                elements.add(starredTarget());
            }
            target = new Expression.Tuple(elements, line);
        }
        Targets.check(target);
        return target;
    }

    private Expression starredTarget() throws PythonSyntaxException {
        return tokens.kind() == Kind.STAR ? star() : operators(Level.OR_BITS);
    }

    /// What `as` assigns to.
    Expression target() throws PythonSyntaxException {
        var target = starredTarget();
        Targets.check(target);
        return target;
    }

    /// `for x in y if z`, as often as it stands there.
    List<Expression.Comprehension.Loop> loops() throws PythonSyntaxException {
        var loops = new ArrayList<Expression.Comprehension.Loop>(1);
        do {
            boolean asynchronous = tokens.take(Kind.ASYNC);
            tokens.expect(Kind.FOR);
            var target = targets();
            tokens.expect(Kind.IN);
            var source = operators(Level.OR);
            var conditions = new ArrayList<Expression>(0);
            while (tokens.take(Kind.IF)) {
                conditions.add(operators(Level.OR));
            }
            loops.add(new Expression.Comprehension.Loop(target, source, conditions, asynchronous));
        } while (loopStarts());
        return loops;
    }

    boolean loopStarts() {
        return tokens.kind() == Kind.FOR || tokens.kind() == Kind.ASYNC;
    }

    /// `[T, *U: bound = fallback]` behind a name, if it is there: read over.
    void typeParameters() throws PythonSyntaxException {
        if (!tokens.take(Kind.OPEN_BRACKET)) {
            return;
        }
        do {
            boolean several = tokens.take(Kind.STAR);
            boolean plain = !several && !tokens.take(Kind.DOUBLE_STAR);
            tokens.name();
            if (plain && tokens.take(Kind.COLON)) {
                expression();
            }
            if (tokens.take(Kind.ASSIGN)) {
                if (several) {
                    starred();
                } else {
                    expression();
                }
            }
        } while (tokens.take(Kind.COMMA) && tokens.kind() != Kind.CLOSE_BRACKET);
        tokens.expect(Kind.CLOSE_BRACKET);
    }
}
