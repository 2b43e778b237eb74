package org.athanor.engine.script.python.syntax;

/// What Python 2 wrote differently. Old revisions have it, and their authors should hear that and no riddle.
final class PythonTwo {
    private PythonTwo() {}

    static PythonSyntaxException fault(int line, String what) {
        return new PythonSyntaxException(line,
                "This is Python 2: %s. Only Python 3 is read: convert the file, 2to3 does it".formatted(what));
    }

    /// Does a statement that began with this name go on as Python 2 would have it?
    static boolean isStatement(Tokens tokens, String name) {
        boolean word = name.equals("print") || name.equals("exec");
        return word && tokens.kind().startsExpression && tokens.kind() != Kind.ERROR;
    }
}
