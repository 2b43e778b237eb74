package org.athanor.engine.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.athanor.engine.script.python.syntax.Strings;
import org.athanor.engine.template.Expression.Operator;

/// Reads one Python expression of a template.
final class ExpressionParser {
    private static final Pattern TOKEN = Pattern
            .compile("[\\p{L}_][\\p{L}\\p{N}_]*|\\d+(?![\\w.])|==|!=|[()\\[\\],.%+]");

    private record Token(String text, boolean isText) {}

    private final String source;
    private final int line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ExpressionParser(String source, int line) {
        this.source = source;
        this.line = line;
    }

    static Expression parse(String source, int line) throws TemplateFault {
        var parser = new ExpressionParser(source, line);
        parser.readTokens();
        var expression = parser.list(parser.at);
        if (parser.at < parser.tokens.size()) {
            throw parser.fault();
        }
        return expression;
    }

    private void readTokens() throws TemplateFault {
        var matcher = TOKEN.matcher(source);
        int from = 0;
        while (from < source.length()) {
            int prefix = Strings.prefixLength(source, from);
            if (Character.isWhitespace(source.charAt(from))) {
                from++;
            } else if (prefix >= 0) {
                int end = Strings.end(source, from + prefix);
                if (end < 0 || Strings.isFormatted(source.substring(from, end))) {
                    throw fault();
                }
                tokens.add(new Token(Strings.decode(source.substring(from, end)), true));
                from = end;
            } else if (matcher.region(from, source.length()).lookingAt()) {
                tokens.add(new Token(matcher.group(), false));
                from = matcher.end();
            } else {
                throw fault();
            }
        }
    }

    /// An expression, or several with commas between them, which make a tuple.
    private Expression list(int start) throws TemplateFault {
        var first = choice();
        if (!sees(",")) {
            return first;
        }
        at = start;
        return new Expression.Several(elements(""), true);
    }

    private Expression choice() throws TemplateFault {
        var value = or();
        if (!take("if")) {
            return value;
        }
        var condition = or();
        expect("else");
        return new Expression.Choice(condition, value, choice());
    }

    private Expression or() throws TemplateFault {
        var left = and();
        while (take("or")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() throws TemplateFault {
        var left = not();
        while (take("and")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() throws TemplateFault {
        return take("not") ? new Expression.Not(not()) : comparison();
    }

    private Expression comparison() throws TemplateFault {
        var left = sum();
        if (take("==")) {
            return new Expression.Comparison(Operator.EQUAL, left, sum());
        }
        if (take("!=")) {
            return new Expression.Comparison(Operator.NOT_EQUAL, left, sum());
        }
        if (take("is")) {
            var operator = take("not") ? Operator.NOT_EQUAL : Operator.EQUAL;
            return new Expression.Comparison(operator, left, sum());
        }
        if (take("in")) {
            return new Expression.Comparison(Operator.IN, left, sum());
        }
        if (sees("not")) {
            at++;
            expect("in");
            return new Expression.Comparison(Operator.NOT_IN, left, sum());
        }
        return left;
    }

    private Expression sum() throws TemplateFault {
        var left = format();
        while (take("+")) {
            left = new Expression.Plus(left, format());
        }
        return left;
    }

    private Expression format() throws TemplateFault {
        var left = postfix();
        while (take("%")) {
            left = new Expression.Format(left, postfix());
        }
        return left;
    }

    private Expression postfix() throws TemplateFault {
        var expression = atom();
        while (true) {
            if (take(".")) {
                var name = name();
                expression = take("(")
                        ? new Expression.MethodCall(expression, name, elements(")"))
                        : new Expression.Attribute(expression, name);
            } else if (expression instanceof Expression.Name(var function) && take("(")) {
                expression = new Expression.FunctionCall(function, elements(")"));
            } else {
                return expression;
            }
        }
    }

    private Expression atom() throws TemplateFault {
        if (at < tokens.size() && tokens.get(at).isText) {
            var text = new StringBuilder();
            while (at < tokens.size() && tokens.get(at).isText) {
                text.append(tokens.get(at++).text);
            }
            return new Expression.Constant(Value.text(text.toString()));
        }
        if (take("(")) {
            return parenthesis();
        }
        if (take("[")) {
            return new Expression.Several(elements("]"), false);
        }
        if (at < tokens.size() && tokens.get(at).text.matches("\\d{1,18}")) {
            return new Expression.Constant(new Value.Whole(Long.parseLong(tokens.get(at++).text)));
        }
        var name = name();
        return switch (name) {
            case "None" -> new Expression.Constant(Value.NONE);
            case "True" -> new Expression.Constant(new Value.Flag(true));
            case "False" -> new Expression.Constant(new Value.Flag(false));
            case "lambda", "await", "if", "else", "for" -> throw fault();
            default -> new Expression.Name(name);
        };
    }

    private Expression parenthesis() throws TemplateFault {
        int start = at;
        if (take(")")) {
            return new Expression.Several(List.of(), true);
        }
        var first = choice();
        if (take(")")) {
            return first;
        }
        at = start;
        return new Expression.Several(elements(")"), true);
    }

    /// Expressions with commas between them, up to a closing mark, or up to the end if that is empty.
    private List<Expression> elements(String close) throws TemplateFault {
        var elements = new ArrayList<Expression>();
        while (!atEnd(close)) {
            elements.add(choice());
            if (!sees(",")) {
                break;
            }
            at++;
        }
        if (!close.isEmpty()) {
            expect(close);
        }
        return elements;
    }

    private boolean atEnd(String close) {
        return close.isEmpty() ? at >= tokens.size() : sees(close);
    }

    private String name() throws TemplateFault {
        if (at < tokens.size() && !tokens.get(at).isText && tokens.get(at).text.matches("[\\p{L}_].*")) {
            return tokens.get(at++).text;
        }
        throw fault();
    }

    private boolean sees(String text) {
        return at < tokens.size() && !tokens.get(at).isText && tokens.get(at).text.equals(text);
    }

    private boolean take(String text) {
        boolean seen = sees(text);
        if (seen) {
            at++;
        }
        return seen;
    }

    private void expect(String text) throws TemplateFault {
        if (!take(text)) {
            throw fault();
        }
    }

    private TemplateFault fault() {
        return TemplateFault.unknown(line, "`%s` is more Python than is read here".formatted(source.strip()));
    }
}
