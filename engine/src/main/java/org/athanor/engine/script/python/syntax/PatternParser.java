package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Operator;
import org.athanor.engine.script.python.tree.Pattern;

/// Reads the patterns of a `case`.
final class PatternParser {
    private static final String ANYTHING = "_";

    private final Tokens tokens;
    private final StringParser strings;

    PatternParser(Tokens tokens, OperatorParser expressions) {
        this.tokens = tokens;
        this.strings = new StringParser(tokens, expressions);
    }

    /// A pattern, or several with commas and no bracket.
    Pattern patterns() throws PythonSyntaxException {
        var first = rest();
        if (tokens.kind() == Kind.COMMA) {
            var all = new ArrayList<>(List.of(first));
            while (tokens.take(Kind.COMMA) && tokens.kind() != Kind.COLON && tokens.kind() != Kind.IF) {
                all.add(rest());
            }
            return new Pattern.Several(all);
        }
        return alone(first);
    }

    private Pattern alone(Pattern pattern) throws PythonSyntaxException {
        if (pattern instanceof Pattern.Rest) {
            throw tokens.missing(",");
        }
        return pattern;
    }

    private Pattern rest() throws PythonSyntaxException {
        return tokens.take(Kind.STAR) ? new Pattern.Rest(captured(tokens.name())) : pattern();
    }

    private static Optional<String> captured(String name) {
        return name.equals(ANYTHING) ? Optional.empty() : Optional.of(name);
    }

    private Pattern pattern() throws PythonSyntaxException {
        tokens.enter();
        var pattern = either();
        tokens.leave();
        if (!tokens.take(Kind.AS)) {
            return pattern;
        }
        if (tokens.is(ANYTHING)) {
            throw tokens.fault("`as _` captures nothing");
        }
        var capture = new Pattern.Capture(Optional.of(pattern), Optional.of(tokens.name()));
        if (tokens.kind() == Kind.DOT || tokens.kind() == Kind.OPEN_PARENTHESIS || tokens.kind() == Kind.ASSIGN) {
            throw tokens.unexpected();
        }
        return capture;
    }

    private Pattern either() throws PythonSyntaxException {
        var first = closed();
        if (tokens.kind() != Kind.BAR) {
            return first;
        }
        var all = new ArrayList<>(List.of(first));
        while (tokens.take(Kind.BAR)) {
            all.add(closed());
        }
        return new Pattern.Either(all);
    }

    private Pattern closed() throws PythonSyntaxException {
        return switch (tokens.kind()) {
            case NAME -> named();
            case OPEN_PARENTHESIS -> parenthesis();
            case OPEN_BRACKET -> {
                tokens.next();
                yield new Pattern.Several(elements(Kind.CLOSE_BRACKET));
            }
            case OPEN_BRACE -> mapping();
            default -> new Pattern.Same(literal());
        };
    }

    /// A capture, `_`, a dotted name, or a class.
    private Pattern named() throws PythonSyntaxException {
        int line = tokens.line();
        var first = tokens.name();
        boolean anything = first.equals(ANYTHING);
        if (anything || tokens.kind() != Kind.DOT && tokens.kind() != Kind.OPEN_PARENTHESIS) {
            return new Pattern.Capture(Optional.empty(), captured(first));
        }
        var name = dotted(first, line);
        return tokens.take(Kind.OPEN_PARENTHESIS) ? ofClass(name) : new Pattern.Same(name);
    }

    private Expression dotted(String first, int line) throws PythonSyntaxException {
        Expression name = new Expression.Name(first, line);
        int before = tokens.measure();
        while (tokens.take(Kind.DOT)) {
            tokens.grow();
            name = new Expression.Attribute(name, tokens.name(), line);
        }
        tokens.measured(before);
        return name;
    }

    private Pattern parenthesis() throws PythonSyntaxException {
        tokens.next();
        if (tokens.take(Kind.CLOSE_PARENTHESIS)) {
            return new Pattern.Several(List.of());
        }
        var first = rest();
        if (tokens.kind() != Kind.COMMA) {
            tokens.expect(Kind.CLOSE_PARENTHESIS);
            return alone(first);
        }
        tokens.next();
        var all = new ArrayList<>(List.of(first));
        all.addAll(elements(Kind.CLOSE_PARENTHESIS));
        return new Pattern.Several(all);
    }

    private List<Pattern> elements(Kind close) throws PythonSyntaxException {
        var elements = new ArrayList<Pattern>();
        while (tokens.kind() != close) {
            elements.add(rest());
            if (!tokens.take(Kind.COMMA)) {
                break;
            }
        }
        tokens.expect(close);
        return elements;
    }

    private Pattern mapping() throws PythonSyntaxException {
        tokens.next();
        var entries = new ArrayList<Pattern.Mapping.Entry>();
        Optional<String> rest = Optional.empty();
        while (tokens.kind() != Kind.CLOSE_BRACE && rest.isEmpty()) {
            if (tokens.take(Kind.DOUBLE_STAR)) {
                if (tokens.is(ANYTHING)) {
                    throw tokens.fault("`**_` captures nothing");
                }
                rest = Optional.of(tokens.name());
            } else {
                var key = key();
                tokens.expect(Kind.COLON);
                entries.add(new Pattern.Mapping.Entry(key, pattern()));
            }
            if (!tokens.take(Kind.COMMA)) {
                break;
            }
        }
        tokens.expect(Kind.CLOSE_BRACE);
        return new Pattern.Mapping(entries, rest);
    }

    private Expression key() throws PythonSyntaxException {
        if (tokens.kind() != Kind.NAME) {
            return literal();
        }
        int line = tokens.line();
        var first = tokens.name();
        if (tokens.kind() != Kind.DOT) {
            throw tokens.missing(".");
        }
        return dotted(first, line);
    }

    private Pattern ofClass(Expression type) throws PythonSyntaxException {
        var positions = new ArrayList<Pattern>();
        var named = new ArrayList<Pattern.OfClass.Named>();
        while (tokens.kind() != Kind.CLOSE_PARENTHESIS) {
            if (tokens.kind() == Kind.NAME && tokens.after(1) == Kind.ASSIGN) {
                var attribute = tokens.name();
                tokens.next();
                named.add(new Pattern.OfClass.Named(attribute, pattern()));
            } else if (named.isEmpty()) {
                positions.add(pattern());
            } else {
                throw tokens.fault("A pattern without a name can't follow one with a name");
            }
            if (!tokens.take(Kind.COMMA)) {
                break;
            }
        }
        tokens.expect(Kind.CLOSE_PARENTHESIS);
        return new Pattern.OfClass(type, positions, named);
    }

    private Expression literal() throws PythonSyntaxException {
        int line = tokens.line();
        return switch (tokens.kind()) {
            case STRING, FORMATTED_START -> strings.strings();
            case NONE -> {
                tokens.next();
                yield new Expression.None(line);
            }
            case TRUE, FALSE -> new Expression.Truth(!tokens.take(Kind.FALSE) && tokens.take(Kind.TRUE), line);
            case NUMBER, MINUS -> number();
            default -> throw tokens.unexpected();
        };
    }

    /// `1`, `-1`, or `1 + 2j`
    private Expression number() throws PythonSyntaxException {
        var real = signed();
        var kind = tokens.kind();
        if (kind != Kind.PLUS && kind != Kind.MINUS) {
            return real;
        }
        tokens.next();
        var imaginary = unsigned();
        boolean realFirst = !(magnitude(real) instanceof Expression.Imaginary);
        if (!realFirst || !(imaginary instanceof Expression.Imaginary)) {
            throw tokens.fault("A pattern doesn't compute: only `real + imaginary j` may stand here");
        }
        return new Expression.Binary(real, kind == Kind.PLUS ? Operator.ADD : Operator.SUBTRACT, imaginary,
                real.line());
    }

    private static Expression magnitude(Expression number) {
        return number instanceof Expression.Unary(_, var operand, _) ? operand : number;
    }

    private Expression signed() throws PythonSyntaxException {
        int line = tokens.line();
        return tokens.take(Kind.MINUS)
                ? new Expression.Unary(Expression.Unary.Sign.MINUS, unsigned(), line)
                : unsigned();
    }

    private Expression unsigned() throws PythonSyntaxException {
        if (tokens.kind() != Kind.NUMBER) {
            throw tokens.missing(Kind.NUMBER.written);
        }
        var number = Numbers.value(tokens);
        tokens.next();
        return number;
    }
}
