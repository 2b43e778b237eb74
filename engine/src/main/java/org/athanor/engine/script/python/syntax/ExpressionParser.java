package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.syntax.Expression.Addition;
import org.athanor.engine.script.python.syntax.Expression.Attribute;
import org.athanor.engine.script.python.syntax.Expression.Call;
import org.athanor.engine.script.python.syntax.Expression.Keyword;
import org.athanor.engine.script.python.syntax.Expression.Literal;
import org.athanor.engine.script.python.syntax.Expression.Name;
import org.athanor.engine.script.python.syntax.Expression.None;
import org.athanor.engine.script.python.syntax.Expression.Other;
import org.athanor.engine.script.python.syntax.Expression.Several;
import org.athanor.engine.script.python.syntax.Expression.Text;
import org.athanor.engine.script.python.syntax.Token.Kind;

/// Reads the expressions that constants are made of: literals, containers, names, attributes, sums and calls. Anything
/// else becomes [Other], up to the end of its part.
public final class ExpressionParser {
    private final List<Token> tokens;
    private int next;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// One statement of the form `a = b: T = expression`: the targets and the value.
    public record Assignment(List<String> targets, Expression value) {}

    /// The assignment that a line makes, if it is one to plain names.
    public static Optional<Assignment> assignment(TopLevel.Line line) throws PythonSyntaxException {
        return new ExpressionParser(new Lexer(line.text(), line.line()).tokens()).assignment();
    }

    /// The string that a line consists of, if it is nothing else: a module's docstring.
    public static Optional<String> string(TopLevel.Line line) throws PythonSyntaxException {
        var tokens = new Lexer(line.text(), line.line()).tokens();
        var strings = tokens.subList(0, tokens.size() - 1);
        boolean plain = !strings.isEmpty()
                && strings.stream().allMatch(t -> t.kind() == Kind.STRING && !Strings.isFormatted(t.text()));
        return plain ? Optional.of(joined(strings)) : Optional.empty();
    }

    /// The first call of a method with this name anywhere in a piece of Python, such as `context.configure(…)`.
    public static Optional<Call> callOf(String method, String source) throws PythonSyntaxException {
        var tokens = new Lexer(source, 1).tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(method) && tokens.get(i - 1).is(".") && tokens.get(i + 1).is("(")) {
                var parser = new ExpressionParser(tokens);
                parser.next = i + 2;
                return Optional.of(parser.call(new Name(method)));
            }
        }
        return Optional.empty();
    }

    private Optional<Assignment> assignment() throws PythonSyntaxException {
        var targets = new ArrayList<String>();
        while (peek().kind() == Kind.NAME && (after(1).is("=") || after(1).is(":"))) {
            targets.add(take().text());
            if (take().is(":")) {
                skipTo("=");
                if (!peek().is("=")) {
                    return Optional.empty();
                }
                take();
            }
        }
        return targets.isEmpty() ? Optional.empty() : Optional.of(new Assignment(targets, several()));
    }

    /// `a`, `a, b` or `a,`: without brackets a comma makes a tuple.
    private Expression several() throws PythonSyntaxException {
        var first = expression();
        if (!peek().is(",")) {
            return first;
        }
        var elements = new ArrayList<>(List.of(first));
        while (peek().is(",")) {
            take();
            if (endsPart(peek())) {
                break;
            }
            elements.add(expression());
        }
        return new Several(elements);
    }

    private Expression expression() throws PythonSyntaxException {
        var value = operand();
        while (peek().is("+")) {
            take();
            value = new Addition(value, operand());
        }
        if (!endsPart(peek())) {
            var what = peek().text();
            skipPart();
            return new Other(what);
        }
        return value;
    }

    private Expression operand() throws PythonSyntaxException {
        var value = atom();
        while (true) {
            if (peek().is(".")) {
                take();
                value = new Attribute(value, take().text());
            } else if (peek().is("(")) {
                take();
                value = call(value);
            } else if (peek().is("[")) {
                take();
                skipTo("]");
                expect("]");
                value = new Other("[");
            } else {
                return value;
            }
        }
    }

    private Expression atom() throws PythonSyntaxException {
        var token = take();
        return switch (token.kind()) {
            case STRING -> strings(token);
            case NUMBER -> new Literal(token.text());
            case NAME -> switch (token.text()) {
                case "None" -> new None();
                case "True", "False" -> new Literal(token.text());
                case "lambda", "not", "await", "yield" -> new Other(token.text());
                default -> new Name(token.text());
            };
            case OPERATOR -> bracket(token);
            case END -> throw new PythonSyntaxException(token.line(), "A value is missing");
        };
    }

    private Expression bracket(Token token) throws PythonSyntaxException {
        return switch (token.text()) {
            case "(" -> {
                if (peek().is(")")) {
                    take();
                    yield new Several(List.of());
                }
                var inside = several();
                expect(")");
                yield inside;
            }
            case "[", "{" -> container(token.is("[") ? "]" : "}");
            default -> new Other(token.text());
        };
    }

    private Expression container(String close) throws PythonSyntaxException {
        var elements = new ArrayList<Expression>();
        boolean dictionary = false;
        while (!peek().is(close)) {
            elements.add(expression());
            if (peek().is(":")) {
                dictionary = true;
                take();
                expression();
            }
            if (!peek().is(",")) {
                break;
            }
            take();
        }
        expect(close);
        return dictionary ? new Other("{") : new Several(elements);
    }

    private Call call(Expression function) throws PythonSyntaxException {
        var arguments = new ArrayList<Expression>();
        var keywords = new ArrayList<Keyword>();
        while (!peek().is(")")) {
            if (peek().kind() == Kind.NAME && after(1).is("=")) {
                var name = take().text();
                take();
                keywords.add(new Keyword(name, expression()));
            } else {
                arguments.add(expression());
            }
            if (!peek().is(",")) {
                break;
            }
            take();
        }
        expect(")");
        return new Call(function, arguments, keywords);
    }

    private Expression strings(Token first) {
        var all = new ArrayList<>(List.of(first));
        while (peek().kind() == Kind.STRING) {
            all.add(take());
        }
        return all.stream().anyMatch(t -> Strings.isFormatted(t.text()))
                ? new Other("f-string")
                : new Text(joined(all));
    }

    private static String joined(List<Token> strings) {
        var text = new StringBuilder();
        strings.forEach(t -> text.append(Strings.decode(t.text())));
        return text.toString();
    }

    private static boolean endsPart(Token token) {
        return switch (token.kind()) {
            case END -> true;
            case OPERATOR -> List.of(",", ")", "]", "}", ":", ";", "=").contains(token.text());
            case NAME, NUMBER, STRING -> false;
        };
    }

    /// Moves to the end of the part at hand: a comma or closing bracket on this level.
    private void skipPart() {
        int depth = 0;
        while (peek().kind() != Kind.END) {
            var token = peek();
            if (depth == 0 && (token.is(",") || token.is(")") || token.is("]") || token.is("}"))) {
                return;
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
            }
            take();
        }
    }

    private void skipTo(String operator) {
        int depth = 0;
        while (peek().kind() != Kind.END && !(depth == 0 && peek().is(operator))) {
            var token = take();
            depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
        }
    }

    private void expect(String operator) throws PythonSyntaxException {
        var token = take();
        if (!token.is(operator)) {
            throw new PythonSyntaxException(token.line(), "'%s' is missing".formatted(operator));
        }
    }

    private Token peek() {
        return after(0);
    }

    private Token after(int count) {
        return tokens.get(Math.min(next + count, tokens.size() - 1));
    }

    private Token take() {
        var token = peek();
        next++;
        return token;
    }
}
