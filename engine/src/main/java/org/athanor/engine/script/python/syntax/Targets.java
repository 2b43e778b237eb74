package org.athanor.engine.script.python.syntax;

import org.athanor.engine.script.python.tree.Expression;

/// What can be assigned to, and what can be deleted.
final class Targets {
    private Targets() {}

    static void check(Expression target) throws PythonSyntaxException {
        switch (target) {
            case Expression.Name _,Expression.Attribute _,Expression.Item _ -> {
            }
            case Expression.Starred(var value, _) -> check(value);
            case Expression.Tuple(var elements, _) -> {
                for (var element : elements) {
                    check(element);
                }
            }
            case Expression.Sequence(var elements, _) -> {
                for (var element : elements) {
                    check(element);
                }
            }
            default -> throw fault(target);
        }
    }

    /// The same where containers are no target: `+=` and annotations.
    static void checkSingle(Expression target) throws PythonSyntaxException {
        switch (target) {
            case Expression.Name _,Expression.Attribute _,Expression.Item _ -> {
            }
            default -> throw fault(target);
        }
    }

    static void checkDeleted(Expression target) throws PythonSyntaxException {
        switch (target) {
            case Expression.Tuple(var elements, _) -> {
                for (var element : elements) {
                    checkDeleted(element);
                }
            }
            case Expression.Sequence(var elements, _) -> {
                for (var element : elements) {
                    checkDeleted(element);
                }
            }
            default -> checkSingle(target);
        }
    }

    private static PythonSyntaxException fault(Expression target) {
        return new PythonSyntaxException(target.line(),
                "Nothing can be assigned to %s".formatted(Names.of(target)));
    }
}
