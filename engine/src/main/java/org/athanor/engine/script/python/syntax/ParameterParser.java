package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Parameters;
import org.athanor.engine.script.python.tree.Parameters.Parameter;

/// Reads what a function or a lambda takes.
final class ParameterParser {
    private final Tokens tokens;
    private final OperatorParser expressions;
    private final List<Parameter> parameters = new ArrayList<>();
    private boolean annotated;
    private boolean slash;
    private boolean star;
    private boolean fallback;

    ParameterParser(Tokens tokens, OperatorParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Parameters ofFunction() throws PythonSyntaxException {
        annotated = true;
        return parameters(Kind.CLOSE_PARENTHESIS);
    }

    /// A lambda's colon ends its parameters, so that they have no annotations.
    Parameters ofLambda() throws PythonSyntaxException {
        return parameters(Kind.COLON);
    }

    private Parameters parameters(Kind close) throws PythonSyntaxException {
        boolean more = true;
        while (more && tokens.kind() != close) {
            switch (tokens.kind()) {
                case SLASH -> slash();
                case STAR -> star();
                case DOUBLE_STAR -> {
                    tokens.next();
                    add(Parameters.Kind.NAMED_REST);
                    tokens.take(Kind.COMMA);
                    more = false;
                    continue;
                }
                default -> plain();
            }
            more = tokens.take(Kind.COMMA);
        }
        return parameters.isEmpty() ? Parameters.NONE : new Parameters(parameters);
    }

    private void slash() throws PythonSyntaxException {
        if (parameters.isEmpty() || slash || star) {
            throw tokens.unexpected();
        }
        tokens.next();
        slash = true;
        parameters.replaceAll(
                p -> new Parameter(p.name(), Parameters.Kind.POSITION_ONLY, p.fallback(), p.annotation()));
    }

    private void star() throws PythonSyntaxException {
        if (star) {
            throw tokens.unexpected();
        }
        tokens.next();
        star = true;
        if (tokens.kind() != Kind.COMMA) {
            add(Parameters.Kind.REST);
        } else if (tokens.after(1) != Kind.NAME) {
            throw tokens.fault("A parameter with a name is missing behind '*'");
        }
    }

    private void plain() throws PythonSyntaxException {
        add(star ? Parameters.Kind.NAME_ONLY : Parameters.Kind.POSITION_OR_NAME);
        if (fallback && !star && parameters.getLast().fallback().isEmpty()) {
            throw tokens.fault("A parameter without a default can't follow one with a default");
        }
        fallback |= parameters.getLast().fallback().isPresent();
    }

    private void add(Parameters.Kind kind) throws PythonSyntaxException {
        var name = tokens.name();
        Optional<Expression> annotation = Optional.empty();
        if (annotated && tokens.take(Kind.COLON)) {
            annotation = Optional.of(kind == Parameters.Kind.REST && tokens.kind() == Kind.STAR
                    ? expressions.star()
                    : expressions.expression());
        }
        boolean rest = kind == Parameters.Kind.REST || kind == Parameters.Kind.NAMED_REST;
        Optional<Expression> value = !rest && tokens.take(Kind.ASSIGN)
                ? Optional.of(expressions.expression())
                : Optional.empty();
        parameters.add(new Parameter(name, kind, value, annotation));
    }
}
