package org.athanor.engine.script.python.syntax;

import org.athanor.engine.script.python.tree.PythonFile;

/// Reads Python 3 as its grammar of version 3.14 has it. Nothing is run, and nothing is looked up: names that don't
/// exist and a `return` outside of a function are for whoever evaluates the tree. Type parameters are read over: they
/// mean nothing once a program runs.
public final class PythonParser {
    private PythonParser() {}

    public static PythonFile parse(String source) throws PythonSyntaxException {
        return new InstructionParser(new Tokenizer(source, 1).file()).file();
    }
}
