package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;

/// Reads `match` and its cases. Both words are names everywhere else.
final class MatchParser {
    private final Tokens tokens;
    private final OperatorParser expressions;
    private final InstructionParser instructions;
    private final PatternParser patterns;

    MatchParser(Tokens tokens, OperatorParser expressions, InstructionParser instructions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.instructions = instructions;
        this.patterns = new PatternParser(tokens, expressions);
    }

    boolean starts() {
        return tokens.kind() == Kind.NAME && tokens.is("match") && tokens.after(1) != Kind.COLON
                && tokens.opensBlockOf("case");
    }

    Instruction match() throws PythonSyntaxException {
        int line = tokens.line();
        tokens.next();
        var subject = subject();
        tokens.expect(Kind.COLON);
        tokens.expect(Kind.NEWLINE);
        tokens.expect(Kind.INDENT);
        tokens.enter();
        var cases = new ArrayList<Instruction.Match.Case>();
        while (!tokens.take(Kind.DEDENT)) {
            cases.add(oneCase());
        }
        tokens.leave();
        return new Instruction.Match(subject, cases, line);
    }

    private Expression subject() throws PythonSyntaxException {
        int line = tokens.line();
        var first = expressions.starredOrNamed();
        if (tokens.kind() != Kind.COMMA) {
            if (first instanceof Expression.Starred) {
                throw tokens.missing(",");
            }
            return first;
        }
        var elements = new ArrayList<>(List.of(first));
        while (tokens.take(Kind.COMMA) && tokens.kind() != Kind.COLON) {
            elements.add(expressions.starredOrNamed());
        }
        return new Expression.Tuple(elements, line);
    }

    private Instruction.Match.Case oneCase() throws PythonSyntaxException {
        if (!tokens.is("case")) {
            throw tokens.missing("case");
        }
        tokens.next();
        var pattern = patterns.patterns();
        Optional<Expression> guard = tokens.take(Kind.IF) ? Optional.of(expressions.named()) : Optional.empty();
        return new Instruction.Match.Case(pattern, guard, instructions.block());
    }
}
