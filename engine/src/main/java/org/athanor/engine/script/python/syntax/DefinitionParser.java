package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;

/// Reads functions and classes with their decorators.
final class DefinitionParser {
    private final Tokens tokens;
    private final OperatorParser expressions;
    private final InstructionParser instructions;

    DefinitionParser(Tokens tokens, OperatorParser expressions, InstructionParser instructions) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.instructions = instructions;
    }

    Instruction definition() throws PythonSyntaxException {
        var decorators = new ArrayList<Expression>(0);
        while (tokens.take(Kind.AT)) {
            decorators.add(expressions.named());
            tokens.expect(Kind.NEWLINE);
        }
        int line = tokens.line();
        if (tokens.take(Kind.CLASS)) {
            return ofClass(decorators, line);
        }
        boolean asynchronous = tokens.take(Kind.ASYNC);
        tokens.expect(Kind.DEF);
        return function(decorators, asynchronous, line);
    }

    private Instruction function(List<Expression> decorators, boolean asynchronous, int line)
            throws PythonSyntaxException {
        var name = tokens.name();
        expressions.typeParameters();
        tokens.expect(Kind.OPEN_PARENTHESIS);
        var parameters = new ParameterParser(tokens, expressions).ofFunction();
        tokens.expect(Kind.CLOSE_PARENTHESIS);
        Optional<Expression> returns = tokens.take(Kind.ARROW)
                ? Optional.of(expressions.expression())
                : Optional.empty();
        return new Instruction.Function(name, parameters, instructions.block(), decorators, returns, asynchronous,
                line);
    }

    private Instruction ofClass(List<Expression> decorators, int line) throws PythonSyntaxException {
        var name = tokens.name();
        expressions.typeParameters();
        var arguments = new ArgumentParser(tokens, expressions);
        if (tokens.take(Kind.OPEN_PARENTHESIS)) {
            arguments.readOfClass();
        }
        return new Instruction.ClassOf(name, arguments.positions(), arguments.keywords(), instructions.block(),
                decorators, line);
    }
}
