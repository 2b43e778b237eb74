package org.athanor.engine.script.python.syntax;

import org.athanor.engine.script.python.tree.Expression;

/// What people call the expressions that stand where they can't.
final class Names {
    private Names() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.None _ -> "None";
            case Expression.Truth(var value, _) -> value ? "True" : "False";
            case Expression.Ellipsis _ -> "...";
            case Expression.Whole _,Expression.Real _,Expression.Imaginary _ -> "a number";
            case Expression.Text _,Expression.Bytes _,Expression.Formatted _,Expression.Field _ -> "a string";
            case Expression.Name(var id, _) -> "'" + id + "'";
            case Expression.Attribute _ -> "an attribute";
            case Expression.Item _,Expression.Slice _ -> "an item";
            case Expression.Tuple _ -> "a tuple";
            case Expression.Sequence _ -> "a list";
            case Expression.SetOf _ -> "a set";
            case Expression.Dictionary _ -> "a dictionary";
            case Expression.Starred _ -> "a starred expression";
            case Expression.Call _ -> "the result of a call";
            case Expression.Binary _,Expression.Unary _,Expression.Junction _ -> "a computed value";
            case Expression.Comparison _ -> "a comparison (is `=` written where `==` is meant?)";
            case Expression.Conditional _ -> "a conditional expression";
            case Expression.Lambda _ -> "a lambda";
            case Expression.Assigned _ -> "an assignment";
            case Expression.Comprehension _ -> "a comprehension";
            case Expression.Await _ -> "an `await`";
            case Expression.Yield _ -> "a `yield`";
        };
    }
}
