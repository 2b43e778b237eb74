package org.athanor.engine.script.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.PythonFile;

/// Reads Python 3 as its grammar of version 3.14 has it, but for `except A, B:`, which meant something else in Python 2.
/// Nothing is run, and nothing is looked up: names that don't
/// exist and a `return` outside of a function are for whoever evaluates the tree. Type parameters are read over: they
/// mean nothing once a program runs.
public final class PythonParser {
    private PythonParser() {}

    public static PythonFile parse(String source) throws PythonSyntaxException {
        var tokens = new Tokenizer(source, 1).file();
        try {
            var body = new InstructionParser(tokens).instructions();
            return new PythonFile(body, !source.contains("yield") && !source.contains(":="));
        } catch (PythonSyntaxException e) {
            throw tokens.cause(e);
        }
    }

    /// The first instruction of a line that opens no block, such as an assignment.
    public static Instruction instruction(TopLevel.Line line) throws PythonSyntaxException {
        var tokens = new Tokenizer(line.text(), line.line()).file();
        var instructions = new ArrayList<Instruction>(1);
        new SimpleParser(tokens, new OperatorParser(tokens)).line(instructions);
        return instructions.getFirst();
    }

    /// The first call of a method with this name anywhere in a piece of Python, such as `context.configure(…)`. What
    /// stands around it is only cut into tokens.
    public static Optional<Expression.Call> callOf(String method, String source) throws PythonSyntaxException {
        var tokens = new Tokenizer(source, 1).file();
        while (tokens.kind() != Kind.END && tokens.kind() != Kind.ERROR) {
            boolean attribute = tokens.take(Kind.DOT);
            if (attribute && tokens.is(method) && tokens.after(1) == Kind.OPEN_PARENTHESIS) {
                return Optional.of(new OperandParser(tokens, new OperatorParser(tokens)).plainCall());
            }
            tokens.next();
        }
        return Optional.empty();
    }

    /// The keywords of all calls of a method, wherever they are; what can't be read is passed over.
    public static List<Expression.Keyword> keywordsOf(String method, String source) {
        var keywords = new ArrayList<Expression.Keyword>();
        try {
            var tokens = new Tokenizer(source, 1).file();
            while (tokens.kind() != Kind.END && tokens.kind() != Kind.ERROR) {
                boolean attribute = tokens.take(Kind.DOT);
                if (attribute && tokens.is(method) && tokens.after(1) == Kind.OPEN_PARENTHESIS) {
                    keywords.addAll(new OperandParser(tokens, new OperatorParser(tokens)).plainCall().keywords());
                } else {
                    tokens.next();
                }
            }
        } catch (PythonSyntaxException _) {
            // Who reads the file as a whole says what is wrong with it.
        }
        return keywords;
    }

    /// A file as its tokens alone tell it: without comments, blank lines, the width of blocks and the file's own text for
    /// people. What isn't Python stays as it is.
    public static String normalized(String source) {
        var tokens = new Tokenizer(source, 1).file();
        if (tokens.kind() == Kind.STRING && tokens.after(1) == Kind.NEWLINE) {
            tokens.next();
            tokens.next();
        }
        var text = new StringBuilder(source.length());
        while (tokens.kind() != Kind.END) {
            switch (tokens.kind()) {
                case ERROR -> {
                    return source;
                }
                case NEWLINE -> text.append('\n');
                case INDENT -> text.append('{');
                case DEDENT -> text.append('}');
                default -> text.append(tokens.source(), tokens.start(), tokens.end() - tokens.start()).append(' ');
            }
            tokens.next();
        }
        return text.toString();
    }
}
