package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;

/// Reads instructions and blocks; what is written on one line is [SimpleParser]'s.
final class InstructionParser {
    private final Tokens tokens;
    private final OperatorParser expressions;
    private final SimpleParser simple;
    private final DefinitionParser definitions;
    private final MatchParser matches;

    InstructionParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new OperatorParser(tokens);
        this.simple = new SimpleParser(tokens, expressions);
        this.definitions = new DefinitionParser(tokens, expressions, this);
        this.matches = new MatchParser(tokens, expressions, this);
    }

    List<Instruction> instructions() throws PythonSyntaxException {
        var body = new ArrayList<Instruction>();
        while (tokens.kind() != Kind.END) {
            instruction(body);
        }
        return body;
    }

    /// Reads a line or a block; a line may hold several instructions.
    private void instruction(List<Instruction> into) throws PythonSyntaxException {
        switch (tokens.kind()) {
            case IF -> into.add(condition());
            case FOR -> into.add(loop(tokens.line(), false));
            case WHILE -> into.add(repetition());
            case WITH -> into.add(with(tokens.line(), false));
            case TRY -> into.add(attempt());
            case DEF, CLASS, AT -> into.add(definitions.definition());
            case ASYNC -> into.add(asynchronous());
            case INDENT -> throw tokens.fault("This line is indented, and nothing before it opens a block");
            default -> {
                if (matches.starts()) {
                    into.add(matches.match());
                } else {
                    simple.line(into);
                }
            }
        }
    }

    /// `: …` on the same line, or an indented block below.
    List<Instruction> block() throws PythonSyntaxException {
        tokens.expect(Kind.COLON);
        var body = new ArrayList<Instruction>();
        if (!tokens.take(Kind.NEWLINE)) {
            simple.line(body);
            return body;
        }
        if (!tokens.take(Kind.INDENT)) {
            throw tokens.fault("An indented block is missing before this line");
        }
        tokens.enter();
        while (!tokens.take(Kind.DEDENT)) {
            instruction(body);
        }
        tokens.leave();
        return body;
    }

    private Instruction asynchronous() throws PythonSyntaxException {
        int line = tokens.line();
        return switch (tokens.after(1)) {
            case DEF -> definitions.definition();
            case FOR -> {
                tokens.next();
                yield loop(line, true);
            }
            case WITH -> {
                tokens.next();
                yield with(line, true);
            }
            default -> throw tokens.unexpected();
        };
    }

    /// `if` and `elif`
    private Instruction condition() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        var condition = expressions.named();
        var then = block();
        List<Instruction> otherwise = List.of();
        if (tokens.kind() == Kind.ELIF) {
            tokens.enter();
            otherwise = List.of(condition());
            tokens.leave();
        } else {
            otherwise = otherwise();
        }
        return new Instruction.If(condition, then, otherwise, line);
    }

    private List<Instruction> otherwise() throws PythonSyntaxException {
        return tokens.take(Kind.ELSE) ? block() : List.of();
    }

    private Instruction loop(int line, boolean asynchronous) throws PythonSyntaxException {
        tokens.expect(Kind.FOR);
        var target = expressions.targets();
        tokens.expect(Kind.IN);
        var source = expressions.several();
        var body = block();
        return new Instruction.For(target, source, body, otherwise(), asynchronous, line);
    }

    private Instruction repetition() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        var condition = expressions.named();
        var body = block();
        return new Instruction.While(condition, body, otherwise(), line);
    }

    private Instruction with(int line, boolean asynchronous) throws PythonSyntaxException {
        tokens.expect(Kind.WITH);
        var managed = parenthesised();
        if (managed.isEmpty()) {
            do {
                managed.add(managed());
            } while (tokens.take(Kind.COMMA));
        }
        return new Instruction.With(managed, block(), asynchronous, line);
    }

    /// `with (a as b, c):`. Whether the parenthesis belongs to `with` or to its first expression shows at its end, and
    /// with some expressions (`with (yield x):`) only inside of it: none are found then, and nothing is read.
    private List<Instruction.With.Managed> parenthesised() throws PythonSyntaxException {
        var managed = new ArrayList<Instruction.With.Managed>();
        int start = tokens.position();
        int depth = tokens.depth();
        if (tokens.kind() != Kind.OPEN_PARENTHESIS || !tokens.parenthesisEndsBefore(Kind.COLON)) {
            return managed;
        }
        try {
            tokens.next();
            do {
                managed.add(managed());
            } while (tokens.take(Kind.COMMA) && tokens.kind() != Kind.CLOSE_PARENTHESIS);
            tokens.expect(Kind.CLOSE_PARENTHESIS);
        } catch (PythonSyntaxException _) {
            managed.clear();
            tokens.back(start, depth);
        }
        return managed;
    }

    private Instruction.With.Managed managed() throws PythonSyntaxException {
        var manager = expressions.expression();
        return new Instruction.With.Managed(manager,
                tokens.take(Kind.AS) ? Optional.of(expressions.target()) : Optional.empty());
    }

    private Instruction attempt() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        var body = block();
        var handlers = new ArrayList<Instruction.Try.Handler>();
        while (tokens.kind() == Kind.EXCEPT) {
            var handler = handler();
            if (!handlers.isEmpty() && handlers.getFirst().group() != handler.group()) {
                throw new PythonSyntaxException(handler.line(), "`except` and `except*` can't stand side by side");
            }
            handlers.add(handler);
        }
        List<Instruction> otherwise = handlers.isEmpty() ? List.of() : otherwise();
        List<Instruction> lastly = tokens.take(Kind.FINALLY) ? block() : List.of();
        if (handlers.isEmpty() && lastly.isEmpty()) {
            throw tokens.fault("`except` or `finally` is missing before this line");
        }
        return new Instruction.Try(body, handlers, otherwise, lastly, line);
    }

    private Instruction.Try.Handler handler() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        boolean group = tokens.take(Kind.STAR);
        if (tokens.kind() == Kind.COLON && !group) {
            return new Instruction.Try.Handler(Optional.empty(), Optional.empty(), false, block(), line);
        }
        var type = expressions.expression();
        if (tokens.kind() == Kind.COMMA) {
            throw severalTypes(line, type);
        }
        Optional<String> name = tokens.take(Kind.AS) ? Optional.of(tokens.name()) : Optional.empty();
        var body = block();
        return new Instruction.Try.Handler(Optional.of(type), name, group, body, line);
    }

    /// `except A, e:` named the exception in Python 2. Python 3.14 reads it as two types again, which no older one does:
    /// what is meant isn't clear.
    private PythonSyntaxException severalTypes(int line, Expression first) throws PythonSyntaxException {
        tokens.next();
        var second = tokens.kind() == Kind.NAME ? tokens.name() : "…";
        var caught = first instanceof Expression.Name(var type, _) ? type : "…";
        return Character.isUpperCase(second.charAt(0))
                ? new PythonSyntaxException(line,
                        "`except %1$s, %2$s:` means one thing in Python 2 and another in 3.14; write `except (%1$s, %2$s):`"
                                .formatted(caught, second))
                : PythonTwo.fault(line, "`except %1$s, %2$s:` is `except %1$s as %2$s:` in Python 3".formatted(caught,
                        second));
    }
}
