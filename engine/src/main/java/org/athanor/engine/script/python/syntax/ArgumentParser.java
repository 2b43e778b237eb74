package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Expression.Comprehension;

/// Reads the arguments of a call or the bases of a class, behind the opening parenthesis.
final class ArgumentParser {
    private final Tokens tokens;
    private final OperatorParser expressions;
    private List<Expression> positions = List.of();
    private List<Expression.Keyword> keywords = List.of();
    private boolean spread;

    ArgumentParser(Tokens tokens, OperatorParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    List<Expression> positions() {
        return positions;
    }

    List<Expression.Keyword> keywords() {
        return keywords;
    }

    /// A generator that is the only argument needs no parenthesis of its own, and begins with the call's.
    void readOfCall(int bracketLine) throws PythonSyntaxException {
        read();
        if (expressions.loopStarts() && keywords.isEmpty() && positions.size() == 1
                && !(positions.getFirst() instanceof Expression.Starred)) {
            positions = List.of(new Comprehension(Comprehension.Kind.GENERATOR, positions.getFirst(),
                    Optional.empty(), expressions.loops(), bracketLine));
        }
        tokens.expect(Kind.CLOSE_PARENTHESIS);
    }

    void readOfClass() throws PythonSyntaxException {
        read();
        tokens.expect(Kind.CLOSE_PARENTHESIS);
    }

    private void read() throws PythonSyntaxException {
        while (tokens.kind() != Kind.CLOSE_PARENTHESIS) {
            argument();
            if (!tokens.take(Kind.COMMA)) {
                return;
            }
        }
    }

    private void argument() throws PythonSyntaxException {
        int line = tokens.line();
        if (tokens.take(Kind.DOUBLE_STAR)) {
            spread = true;
            add(new Expression.Keyword(Optional.empty(), expressions.expression(), line));
        } else if (tokens.kind() == Kind.NAME && tokens.after(1) == Kind.ASSIGN) {
            var name = tokens.name();
            tokens.next();
            add(new Expression.Keyword(Optional.of(name), expressions.expression(), line));
        } else if (spread) {
            throw tokens.fault("An argument without a name can't follow `**`");
        } else if (tokens.take(Kind.STAR)) {
            add(new Expression.Starred(expressions.expression(), line));
        } else if (keywords.isEmpty()) {
            add(expressions.named());
        } else {
            throw tokens.fault("An argument without a name can't follow one with a name");
        }
    }

    private void add(Expression argument) {
        if (positions.isEmpty()) {
            positions = new ArrayList<>();
        }
        positions.add(argument);
    }

    private void add(Expression.Keyword argument) {
        if (keywords.isEmpty()) {
            keywords = new ArrayList<>();
        }
        keywords.add(argument);
    }
}
