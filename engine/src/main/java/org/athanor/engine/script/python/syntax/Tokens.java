package org.athanor.engine.script.python.syntax;

import java.util.Arrays;
import java.util.Optional;

/// The tokens of a file, and where the parser stands among them. They lie in plain arrays, so that looking ahead and
/// going back cost nothing.
final class Tokens {
    /// How far expressions and blocks may be nested, and how high a tree may become: whoever walks over it in
    /// recursion needs no limit of its own.
    private static final int DEEPEST = 300;
    private static final int HIGHEST = 1000;

    private final char[] source;
    private final Words words;
    private Kind[] kinds;
    private int[] starts;
    private int[] ends;
    private int[] lines;
    private int[] details;
    private int count;
    private Optional<PythonSyntaxException> failure = Optional.empty();

    private int at;
    private int depth;
    private int height;

    Tokens(char[] source, Words words) {
        this.source = source;
        this.words = words;
        int size = 16 + source.length / 4;
        kinds = new Kind[size];
        starts = new int[size];
        ends = new int[size];
        lines = new int[size];
        details = new int[size];
    }

    /// `detail` says of a name its number among the words, of a string its prefix and marks, of a number its form.
    void add(Kind kind, int start, int end, int line, int detail) {
        if (count == kinds.length) {
            int size = count * 2;
            kinds = Arrays.copyOf(kinds, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
            lines = Arrays.copyOf(lines, size);
            details = Arrays.copyOf(details, size);
        }
        kinds[count] = kind;
        starts[count] = start;
        ends[count] = end;
        lines[count] = line;
        details[count] = detail;
        count++;
    }

    /// The text can't be cut any further. The parser says so when it comes there, unless it finds fault earlier.
    void addFailure(PythonSyntaxException problem, int position) {
        failure = Optional.of(problem);
        add(Kind.ERROR, position, position, problem.line(), 0);
        add(Kind.END, position, position, problem.line(), 0);
    }

    /// Is there a last line that no end of a line has closed?
    boolean lineIsOpen() {
        return count > 0 && kinds[count - 1] != Kind.NEWLINE;
    }

    Kind kind() {
        return kinds[at];
    }

    Kind after(int distance) {
        return kinds[Math.min(at + distance, count - 1)];
    }

    int line() {
        return lines[at];
    }

    int start() {
        return starts[at];
    }

    int end() {
        return ends[at];
    }

    int detail() {
        return details[at];
    }

    char[] source() {
        return source;
    }

    /// The name or keyword at hand.
    String word() {
        return words.text(details[at]);
    }

    String word(int distance) {
        return words.text(details[at + distance]);
    }

    int position() {
        return at;
    }

    int depth() {
        return depth;
    }

    /// Starts again where [#position] and [#depth] were these.
    void back(int position, int depthThere) {
        at = position;
        depth = depthThere;
    }

    /// Does the parenthesis at hand end right before this?
    boolean parenthesisEndsBefore(Kind kind) {
        int open = 0;
        for (int i = at; i < count - 1; i++) {
            if (kinds[i] == Kind.OPEN_PARENTHESIS) {
                open++;
            } else if (kinds[i] == Kind.CLOSE_PARENTHESIS && --open == 0) {
                return kinds[i + 1] == kind;
            }
        }
        return false;
    }

    /// Does the line at hand end with a colon, and does the block below it start with this name?
    boolean opensBlockOf(String name) {
        int i = at;
        while (i < count && kinds[i] != Kind.NEWLINE) {
            i++;
        }
        return i + 2 < count && kinds[i - 1] == Kind.COLON && kinds[i + 1] == Kind.INDENT
                && kinds[i + 2] == Kind.NAME && words.text(details[i + 2]).equals(name);
    }

    /// The fault that a person looks for: a bracket that never closes lets the lines behind it look wrong.
    PythonSyntaxException cause(PythonSyntaxException found) {
        return failure.filter(f -> f.line() < found.line()).orElse(found);
    }

    void next() {
        if (at < count - 1) {
            at++;
        }
    }

    boolean take(Kind kind) {
        if (kinds[at] != kind) {
            return false;
        }
        next();
        return true;
    }

    void expect(Kind kind) throws PythonSyntaxException {
        if (kinds[at] != kind) {
            throw missing(kind.written);
        }
        next();
    }

    String name() throws PythonSyntaxException {
        if (kinds[at] != Kind.NAME) {
            throw missing(Kind.NAME.written);
        }
        var name = word();
        at++;
        return name;
    }

    /// Is the name at hand this one? It may be one that is a keyword in some places only.
    boolean is(String word) {
        return kinds[at] == Kind.NAME && word().equals(word);
    }

    /// Begins a part that lies inside of the one at hand.
    void enter() throws PythonSyntaxException {
        if (++depth > DEEPEST) {
            throw tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    /// Begins to measure an expression; the answer is for [#measured].
    int measure() {
        int before = height;
        height = 0;
        return before;
    }

    /// One more storey on the expression that is being measured.
    void grow() throws PythonSyntaxException {
        if (++height > HIGHEST) {
            throw tooDeep();
        }
    }

    void measured(int before) {
        height = Math.max(before, height);
    }

    private PythonSyntaxException tooDeep() {
        return new PythonSyntaxException(line(), "This is nested too deeply: take it apart with names of its own");
    }

    PythonSyntaxException missing(String what) {
        return fault("%s is missing before %s".formatted(quoted(what), shown()));
    }

    PythonSyntaxException unexpected() {
        return fault("%s is not expected here".formatted(shown()));
    }

    /// What is wrong at this token; if the token itself could not be read, that.
    PythonSyntaxException fault(String reason) {
        return kinds[at] == Kind.ERROR && failure.isPresent()
                ? failure.get()
                : new PythonSyntaxException(lines[at], reason);
    }

    private String shown() {
        return switch (kinds[at]) {
            case NAME, NUMBER -> "'" + new String(source, starts[at], ends[at] - starts[at]) + "'";
            default -> quoted(kinds[at].written);
        };
    }

    /// Kinds that are written in one way are quoted, the others have a name.
    private static String quoted(String written) {
        return written.indexOf(' ') < 0 ? "'" + written + "'" : written;
    }
}
