package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.syntax.Kind.Level;
import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Expression.Comprehension;

/// Reads what stands between operators: signs, names and literals, brackets, and the calls, items and attributes that
/// follow them.
final class OperandParser {
    private final Tokens tokens;
    private final OperatorParser expressions;
    private final StringParser strings;

    OperandParser(Tokens tokens, OperatorParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.strings = new StringParser(tokens, expressions);
    }

    Expression operand() throws PythonSyntaxException {
        int line = tokens.line();
        return switch (tokens.kind()) {
            case PLUS -> signed(Expression.Unary.Sign.PLUS);
            case MINUS -> signed(Expression.Unary.Sign.MINUS);
            case TILDE -> signed(Expression.Unary.Sign.INVERT);
            case AWAIT -> power(awaited(), line);
            default -> power(primary(), line);
        };
    }

    private Expression power(Expression base, int line) throws PythonSyntaxException {
        return tokens.kind() == Kind.DOUBLE_STAR ? expressions.power(base, line) : base;
    }

    private Expression signed(Expression.Unary.Sign sign) throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        tokens.enter();
        tokens.grow();
        var operand = operand();
        tokens.leave();
        return new Expression.Unary(sign, operand, line);
    }

    private Expression awaited() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        return new Expression.Await(primary(), line);
    }

    private Expression primary() throws PythonSyntaxException {
        int line = tokens.line();
        var value = atom();
        while (true) {
            switch (tokens.kind()) {
                case DOT -> {
                    tokens.next();
                    value = new Expression.Attribute(value, tokens.name(), line);
                }
                case OPEN_PARENTHESIS -> value = call(value, line);
                case OPEN_BRACKET -> value = item(value, line);
                default -> {
                    return value;
                }
            }
            tokens.grow();
        }
    }

    /// A name and the parenthesis behind it.
    Expression.Call plainCall() throws PythonSyntaxException {
        int line = tokens.line();
        return call(new Expression.Name(tokens.name(), line), line);
    }

    private Expression.Call call(Expression function, int line) throws PythonSyntaxException {
        int bracketLine = tokens.line();
        tokens.next();
        var arguments = new ArgumentParser(tokens, expressions);
        arguments.readOfCall(bracketLine);
        return new Expression.Call(function, arguments.positions(), arguments.keywords(), line);
    }

    private Expression item(Expression of, int line) throws PythonSyntaxException {
        tokens.next();
        int keyLine = tokens.line();
        var key = slice();
        if (tokens.kind() == Kind.COMMA || key instanceof Expression.Starred) {
            var keys = new ArrayList<Expression>();
            keys.add(key);
            while (tokens.take(Kind.COMMA) && tokens.kind() != Kind.CLOSE_BRACKET) {
                keys.add(slice());
            }
            key = new Expression.Tuple(keys, keyLine);
        }
        tokens.expect(Kind.CLOSE_BRACKET);
        return new Expression.Item(of, key, line);
    }

    private Expression slice() throws PythonSyntaxException {
        int line = tokens.line();
        if (tokens.take(Kind.STAR)) {
            return new Expression.Starred(expressions.expression(), line);
        }
        Optional<Expression> from = Optional.empty();
        if (tokens.kind() != Kind.COLON) {
            boolean named = tokens.after(1) == Kind.WALRUS;
            var value = expressions.named();
            if (named || tokens.kind() != Kind.COLON) {
                return value;
            }
            from = Optional.of(value);
        }
        tokens.expect(Kind.COLON);
        var to = bound();
        var step = tokens.take(Kind.COLON) ? bound() : Optional.<Expression>empty();
        return new Expression.Slice(from, to, step, line);
    }

    private Optional<Expression> bound() throws PythonSyntaxException {
        return tokens.kind().startsExpression ? Optional.of(expressions.expression()) : Optional.empty();
    }

    private Expression atom() throws PythonSyntaxException {
        int line = tokens.line();
        return switch (tokens.kind()) {
            case NAME -> new Expression.Name(tokens.name(), line);
            case STRING, FORMATTED_START -> strings.strings();
            case NUMBER -> {
                var number = Numbers.value(tokens);
                tokens.next();
                yield number;
            }
            case NONE -> {
                tokens.next();
                yield new Expression.None(line);
            }
            case TRUE, FALSE -> new Expression.Truth(!tokens.take(Kind.FALSE) && tokens.take(Kind.TRUE), line);
            case ELLIPSIS -> {
                tokens.next();
                yield new Expression.Ellipsis(line);
            }
            case OPEN_PARENTHESIS, OPEN_BRACKET, OPEN_BRACE -> bracket(line);
            default -> throw tokens.unexpected();
        };
    }

    private Expression bracket(int line) throws PythonSyntaxException {
        var bracket = tokens.kind();
        tokens.next();
        var value = switch (bracket) {
            case OPEN_PARENTHESIS -> parenthesis(line);
            case OPEN_BRACKET -> list(line);
            default -> brace(line);
        };
        tokens.grow();
        return value;
    }

    private Expression parenthesis(int line) throws PythonSyntaxException {
        if (tokens.take(Kind.CLOSE_PARENTHESIS)) {
            return new Expression.Tuple(List.of(), line);
        }
        if (tokens.kind() == Kind.YIELD) {
            var yielded = expressions.yielded();
            tokens.expect(Kind.CLOSE_PARENTHESIS);
            return yielded;
        }
        var first = expressions.starredOrNamed();
        if (tokens.kind() == Kind.COMMA) {
            return new Expression.Tuple(rest(first, Kind.CLOSE_PARENTHESIS), line);
        }
        if (first instanceof Expression.Starred) {
            throw tokens.fault("A starred expression can't stand alone in a parenthesis: write a comma behind it");
        }
        if (expressions.loopStarts()) {
            return comprehension(Comprehension.Kind.GENERATOR, first, Kind.CLOSE_PARENTHESIS, line);
        }
        tokens.expect(Kind.CLOSE_PARENTHESIS);
        return first;
    }

    private Expression list(int line) throws PythonSyntaxException {
        if (tokens.take(Kind.CLOSE_BRACKET)) {
            return new Expression.Sequence(List.of(), line);
        }
        var first = expressions.starredOrNamed();
        return expressions.loopStarts()
                ? comprehension(Comprehension.Kind.LIST, first, Kind.CLOSE_BRACKET, line)
                : new Expression.Sequence(rest(first, Kind.CLOSE_BRACKET), line);
    }

    private List<Expression> rest(Expression first, Kind close) throws PythonSyntaxException {
        var elements = new ArrayList<Expression>();
        elements.add(first);
        while (tokens.take(Kind.COMMA) && tokens.kind() != close) {
            elements.add(expressions.starredOrNamed());
        }
        tokens.expect(close);
        return elements;
    }

    private Expression comprehension(Comprehension.Kind kind, Expression element, Kind close, int line)
            throws PythonSyntaxException {
        if (element instanceof Expression.Starred) {
            throw tokens.fault("A comprehension can't spread a starred expression");
        }
        var loops = expressions.loops();
        tokens.expect(close);
        return new Comprehension(kind, element, Optional.empty(), loops, line);
    }

    private Expression brace(int line) throws PythonSyntaxException {
        if (tokens.take(Kind.CLOSE_BRACE)) {
            return new Expression.Dictionary(List.of(), line);
        }
        if (tokens.kind() == Kind.DOUBLE_STAR) {
            return dictionary(entry(), line);
        }
        boolean named = tokens.after(1) == Kind.WALRUS;
        var first = expressions.starredOrNamed();
        if (tokens.kind() == Kind.COLON && !named && !(first instanceof Expression.Starred)) {
            tokens.next();
            return keyed(first, expressions.expression(), line);
        }
        return expressions.loopStarts()
                ? comprehension(Comprehension.Kind.SET, first, Kind.CLOSE_BRACE, line)
                : new Expression.SetOf(rest(first, Kind.CLOSE_BRACE), line);
    }

    private Expression keyed(Expression key, Expression value, int line) throws PythonSyntaxException {
        if (!expressions.loopStarts()) {
            return dictionary(new Expression.Dictionary.Entry(Optional.of(key), value), line);
        }
        var loops = expressions.loops();
        tokens.expect(Kind.CLOSE_BRACE);
        return new Comprehension(Comprehension.Kind.DICTIONARY, key, Optional.of(value), loops, line);
    }

    private Expression dictionary(Expression.Dictionary.Entry first, int line) throws PythonSyntaxException {
        var entries = new ArrayList<Expression.Dictionary.Entry>();
        entries.add(first);
        while (tokens.take(Kind.COMMA) && tokens.kind() != Kind.CLOSE_BRACE) {
            entries.add(entry());
        }
        tokens.expect(Kind.CLOSE_BRACE);
        return new Expression.Dictionary(entries, line);
    }

    private Expression.Dictionary.Entry entry() throws PythonSyntaxException {
        if (tokens.take(Kind.DOUBLE_STAR)) {
            return new Expression.Dictionary.Entry(Optional.empty(), expressions.operators(Level.OR_BITS));
        }
        var key = expressions.expression();
        tokens.expect(Kind.COLON);
        return new Expression.Dictionary.Entry(Optional.of(key), expressions.expression());
    }
}
