package org.athanor.engine.template;

/// What a template asks for and can't have, with its line. [MakoTemplate] turns it into a refusal that names the file.
final class TemplateFault extends Exception {
    private static final long serialVersionUID = 1;
    private static final String USUAL_HINT = "New files can use names, texts, calls such as repr(x) and \", \".join(x), "
            + "`x if x else y`, the filters comma and n, and the lines % if and % for. Write it with these.";

    private final int line;
    private final String reason;
    private final String hint;

    TemplateFault(int line, String reason, String hint) {
        super(reason);
        this.line = line;
        this.reason = reason;
        this.hint = hint;
    }

    static TemplateFault unknown(int line, String reason) {
        return new TemplateFault(line, reason, USUAL_HINT);
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }

    String hint() {
        return hint;
    }
}
