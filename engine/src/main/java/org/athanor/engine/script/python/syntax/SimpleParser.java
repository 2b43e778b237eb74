package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;

/// Reads the instructions of one line.
final class SimpleParser {
    private final Tokens tokens;
    private final OperatorParser expressions;

    SimpleParser(Tokens tokens, OperatorParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    void line(List<Instruction> into) throws PythonSyntaxException {
        do {
            into.add(instruction());
        } while (tokens.take(Kind.SEMICOLON) && tokens.kind() != Kind.NEWLINE);
        if (!tokens.take(Kind.NEWLINE)) {
            throw tokens.unexpected();
        }
    }

    private Instruction instruction() throws PythonSyntaxException {
        int line = tokens.line();
        return switch (tokens.kind()) {
            case PASS -> {
                tokens.next();
                yield new Instruction.Pass(line);
            }
            case BREAK -> {
                tokens.next();
                yield new Instruction.Break(line);
            }
            case CONTINUE -> {
                tokens.next();
                yield new Instruction.Continue(line);
            }
            case RETURN -> {
                tokens.next();
                yield new Instruction.Return(
                        tokens.kind().startsExpression ? Optional.of(expressions.several()) : Optional.empty(), line);
            }
            case RAISE -> raise(line);
            case GLOBAL -> new Instruction.Global(names(), line);
            case NONLOCAL -> new Instruction.Nonlocal(names(), line);
            case DEL -> delete(line);
            case ASSERT -> assertion(line);
            case IMPORT -> imports(line);
            case FROM -> importsFrom(line);
            default -> tokens.is("type") && tokens.after(1) == Kind.NAME ? alias(line) : expression(line);
        };
    }

    private Instruction raise(int line) throws PythonSyntaxException {
        tokens.next();
        if (!tokens.kind().startsExpression) {
            return new Instruction.Raise(Optional.empty(), Optional.empty(), line);
        }
        var exception = expressions.expression();
        if (tokens.kind() == Kind.COMMA) {
            throw PythonTwo.fault(line, "`raise E, text` is `raise E(text)` in Python 3");
        }
        return new Instruction.Raise(Optional.of(exception),
                tokens.take(Kind.FROM) ? Optional.of(expressions.expression()) : Optional.empty(), line);
    }

    private List<String> names() throws PythonSyntaxException {
        tokens.next();
        var names = new ArrayList<String>();
        do {
            names.add(tokens.name());
        } while (tokens.take(Kind.COMMA));
        return names;
    }

    private Instruction delete(int line) throws PythonSyntaxException {
        tokens.next();
        var targets = new ArrayList<Expression>();
        do {
            var target = expressions.operators(Kind.Level.OR_BITS);
            Targets.checkDeleted(target);
            targets.add(target);
        } while (tokens.take(Kind.COMMA) && tokens.kind().startsExpression);
        return new Instruction.Delete(targets, line);
    }

    private Instruction assertion(int line) throws PythonSyntaxException {
        tokens.next();
        var condition = expressions.expression();
        return new Instruction.Assert(condition,
                tokens.take(Kind.COMMA) ? Optional.of(expressions.expression()) : Optional.empty(), line);
    }

    private Instruction imports(int line) throws PythonSyntaxException {
        tokens.next();
        var names = new ArrayList<Instruction.Alias>();
        do {
            names.add(new Instruction.Alias(dotted(), as()));
        } while (tokens.take(Kind.COMMA));
        return new Instruction.Import(names, line);
    }

    private Optional<String> as() throws PythonSyntaxException {
        return tokens.take(Kind.AS) ? Optional.of(tokens.name()) : Optional.empty();
    }

    private String dotted() throws PythonSyntaxException {
        var name = tokens.name();
        if (tokens.kind() != Kind.DOT) {
            return name;
        }
        var path = new StringBuilder(name);
        while (tokens.take(Kind.DOT)) {
            path.append('.').append(tokens.name());
        }
        return path.toString();
    }

    private Instruction importsFrom(int line) throws PythonSyntaxException {
        tokens.next();
        int level = 0;
        while (tokens.kind() == Kind.DOT || tokens.kind() == Kind.ELLIPSIS) {
            level += tokens.kind() == Kind.DOT ? 1 : 3;
            tokens.next();
        }
        var module = level > 0 && tokens.kind() == Kind.IMPORT ? "" : dotted();
        tokens.expect(Kind.IMPORT);
        return new Instruction.ImportFrom(module, level, imported(), line);
    }

    private List<Instruction.Alias> imported() throws PythonSyntaxException {
        if (tokens.take(Kind.STAR)) {
            return List.of(new Instruction.Alias("*", Optional.empty()));
        }
        boolean parenthesised = tokens.take(Kind.OPEN_PARENTHESIS);
        var names = new ArrayList<Instruction.Alias>();
        do {
            names.add(new Instruction.Alias(tokens.name(), as()));
        } while (tokens.take(Kind.COMMA) && !(parenthesised && tokens.kind() == Kind.CLOSE_PARENTHESIS));
        if (parenthesised) {
            tokens.expect(Kind.CLOSE_PARENTHESIS);
        }
        return names;
    }

    /// `type Name[T] = value`
    private Instruction alias(int line) throws PythonSyntaxException {
        tokens.next();
        var name = tokens.name();
        expressions.typeParameters();
        tokens.expect(Kind.ASSIGN);
        return new Instruction.TypeAlias(name, expressions.expression(), line);
    }

    private Instruction expression(int line) throws PythonSyntaxException {
        var first = expressions.severalOrYield();
        var kind = tokens.kind();
        if (kind == Kind.ASSIGN) {
            return assignment(first, line);
        }
        if (kind == Kind.COLON) {
            return annotation(first, line);
        }
        if (kind.isAugmentedAssignment()) {
            Targets.checkSingle(first);
            tokens.next();
            return new Instruction.Change(first, Operators.operator(kind), expressions.severalOrYield(), line);
        }
        if (first instanceof Expression.Name(var name, _) && PythonTwo.isStatement(tokens, name)) {
            throw PythonTwo.fault(line, "`%1$s …` is `%1$s(…)` in Python 3".formatted(name));
        }
        return new Instruction.Evaluate(first, line);
    }

    private Instruction assignment(Expression first, int line) throws PythonSyntaxException {
        var targets = new ArrayList<Expression>(1);
        var value = first;
        while (tokens.take(Kind.ASSIGN)) {
            Targets.check(value);
            targets.add(value);
            value = expressions.severalOrYield();
        }
        return new Instruction.Assign(targets, value, line);
    }

    private Instruction annotation(Expression target, int line) throws PythonSyntaxException {
        Targets.checkSingle(target);
        tokens.next();
        var annotation = expressions.expression();
        return new Instruction.Annotate(target, annotation,
                tokens.take(Kind.ASSIGN) ? Optional.of(expressions.severalOrYield()) : Optional.empty(), line);
    }
}
