package org.athanor.engine.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.script.python.syntax.Strings;

/// Takes a template apart, in the places where Mako would.
final class MakoParser {
    private static final Pattern CONTROL = Pattern
            .compile("[\\t ]*(%(?!%)|##)[\\t ]*((?:\\\\\\r?\\n|[^\\r\\n])*)(?:\\r?\\n|\\z)");
    private static final Pattern ESCAPED = Pattern.compile("([\\t ]*)%%");
    private static final Pattern KEYWORD = Pattern.compile("(end)?(\\w+)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern FOR = Pattern.compile("(\\w+(?:\\s*,\\s*\\w+)*)\\s+in\\s+(.*)", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?:import|from)\\s.*");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)\\s*=(?!=)(.*)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?%([\\w.:]*)");

    /// A list of nodes that is still being filled, and what opened it.
    private record Open(String keyword, int line, List<Node> nodes, List<Node.Branch> branches, boolean isElse,
            List<String> names, List<Expression> over) {
        static Open root() {
            return new Open("", 1, new ArrayList<>(), List.of(), false, List.of(), List.of());
        }
    }

    private final String source;
    private final Deque<Open> open = new ArrayDeque<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    private MakoParser(String source) {
        this.source = source;
    }

    static List<Node> parse(String source) throws TemplateFault {
        var parser = new MakoParser(source);
        parser.open.push(Open.root());
        parser.read();
        return parser.end();
    }

    private void read() throws TemplateFault {
        var control = CONTROL.matcher(source);
        var escaped = ESCAPED.matcher(source);
        while (at < source.length()) {
            if (isLineStart() && control.region(at, source.length()).lookingAt()) {
                int line = line(at);
                closeLiteral();
                at = control.end();
                if (control.group(1).equals("%")) {
                    controlLine(control.group(2).replaceAll("\\\\\\r?\\n", " "), line);
                }
            } else if (isLineStart() && at > 0 && escaped.region(at, source.length()).lookingAt()) {
                literal.append(escaped.group(1)).append('%');
                at = escaped.end();
            } else if (source.startsWith("${", at)) {
                substitution();
            } else if (source.startsWith("<%", at) || source.startsWith("</%", at)) {
                tag();
            } else if (source.startsWith("\\\n", at) || source.startsWith("\\\r\n", at)) {
                at += source.charAt(at + 1) == '\n' ? 2 : 3;
            } else {
                literal.append(source.charAt(at++));
            }
        }
    }

    private boolean isLineStart() {
        return at == 0 || source.charAt(at - 1) == '\n';
    }

    private void substitution() throws TemplateFault {
        int line = line(at);
        closeLiteral();
        int start = at + 2;
        int end = closing(start, line, '|', '}');
        var expression = ExpressionParser.parse(source.substring(start, end), line);
        var filters = List.<String>of();
        if (source.charAt(end) == '|') {
            int close = closing(end + 1, line, '}', '}');
            filters = Arrays.stream(source.substring(end + 1, close).split(",")).map(String::strip).toList();
            end = close;
        }
        add(new Node.Substitution(expression, filters, line));
        at = end + 1;
    }

    /// The offset of the first of two marks that stands outside of texts and brackets.
    private int closing(int start, int line, char one, char other) throws TemplateFault {
        int depth = 0;
        int offset = start;
        while (offset < source.length()) {
            char c = source.charAt(offset);
            int prefix = offset > start && Character.isLetterOrDigit(source.charAt(offset - 1))
                    ? -1
                    : Strings.prefixLength(source, offset);
            if (depth == 0 && (c == one || c == other)) {
                return offset;
            }
            if (prefix >= 0) {
                int end = Strings.end(source, offset + prefix);
                offset = end < 0 ? source.length() : end;
                continue;
            }
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            offset++;
        }
        throw new TemplateFault(line, "`${` opens here and never closes", "Close it with `}`.");
    }

    private void tag() throws TemplateFault {
        int line = line(at);
        if (source.startsWith("<%doc>", at)) {
            closeLiteral();
            at = after("</%doc>", line);
        } else if (source.startsWith("<%text>", at)) {
            int start = at + "<%text>".length();
            at = after("</%text>", line);
            literal.append(source, start, at - "</%text>".length());
        } else if (source.startsWith("<%!", at) || source.length() > at + 2 && isBlank(source.charAt(at + 2))) {
            closeLiteral();
            int start = source.startsWith("<%!", at) ? at + 3 : at + 2;
            at = after("%>", line);
            block(source.substring(start, at - 2), line(start));
        } else {
            var name = TAG.matcher(source);
            var what = name.region(at, source.length()).lookingAt() ? name.group() : "<%";
            throw TemplateFault.unknown(line, "`%s` is a part of Mako that is not read here".formatted(what));
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c);
    }

    private int after(String close, int line) throws TemplateFault {
        int found = source.indexOf(close, at);
        if (found < 0) {
            throw new TemplateFault(line, "The block that opens here never closes",
                    "Close it with `%s`.".formatted(close));
        }
        return found + close.length();
    }

    /// A block of Python: assignments; imports and comments say nothing.
    private void block(String code, int firstLine) throws TemplateFault {
        int line = firstLine - 1;
        for (var raw : (Iterable<String>) code.lines()::iterator) {
            line++;
            var statement = raw.strip();
            var assignment = ASSIGNMENT.matcher(statement);
            if (statement.isEmpty() || statement.startsWith("#") || IMPORT.matcher(statement).matches()) {
                continue;
            }
            if (!assignment.matches()) {
                throw TemplateFault.unknown(line, "`%s` is more Python than is read here".formatted(statement));
            }
            add(new Node.Assignment(assignment.group(1), ExpressionParser.parse(assignment.group(2), line), line));
        }
    }

    private void controlLine(String text, int line) throws TemplateFault {
        var keyword = KEYWORD.matcher(text);
        if (!keyword.matches()) {
            throw TemplateFault.unknown(line, "`%% %s` is no control line".formatted(text));
        }
        if (keyword.group(1) != null) {
            close(keyword.group(2), line);
            return;
        }
        var rest = withoutColon(keyword.group(3), line);
        switch (keyword.group(2)) {
            case "if" -> open("if", line, List.of(), Optional.of(rest), new ArrayList<>());
            case "elif" -> open("if", line, closeBranch(line), Optional.of(rest), new ArrayList<>());
            case "else" -> open("if", line, closeBranch(line), Optional.empty(), new ArrayList<>());
            case "for" -> openLoop(rest, line);
            default -> throw TemplateFault.unknown(line,
                    "`%% %s` is a part of Mako that is not read here".formatted(keyword.group(2)));
        }
    }

    private static String withoutColon(String text, int line) throws TemplateFault {
        var stripped = text.strip();
        if (!stripped.endsWith(":")) {
            throw new TemplateFault(line, "The control line does not end with a colon", "Add it.");
        }
        return stripped.substring(0, stripped.length() - 1);
    }

    private void open(String keyword, int line, List<Node.Branch> branches, Optional<String> condition,
            List<Node> nodes) throws TemplateFault {
        var conditions = condition.isPresent()
                ? List.of(ExpressionParser.parse(condition.get(), line))
                : List.<Expression>of();
        open.push(new Open(keyword, line, nodes, branches, condition.isEmpty(), List.of(), conditions));
    }

    private void openLoop(String text, int line) throws TemplateFault {
        var loop = FOR.matcher(text);
        if (!loop.matches()) {
            throw TemplateFault.unknown(line, "`%% for %s` is not read here".formatted(text));
        }
        var names = Arrays.stream(loop.group(1).split(",")).map(String::strip).toList();
        open.push(new Open("for", line, new ArrayList<>(), List.of(), false, names,
                List.of(ExpressionParser.parse(loop.group(2), line))));
    }

    /// Ends the branch at hand; all branches of its `% if` so far.
    private List<Node.Branch> closeBranch(int line) throws TemplateFault {
        closeLiteral();
        if (!open.element().keyword.equals("if") || open.element().isElse) {
            throw new TemplateFault(line, "There is no `% if` above that this belongs to", "Remove the line.");
        }
        return closed(open.pop());
    }

    private static List<Node.Branch> closed(Open branch) {
        var branches = new ArrayList<>(branch.branches);
        branches.add(new Node.Branch(branch.over.stream().findFirst(), branch.line, branch.nodes));
        return branches;
    }

    private void close(String keyword, int line) throws TemplateFault {
        closeLiteral();
        if (!open.element().keyword.equals(keyword)) {
            throw new TemplateFault(line, "`%% end%s` ends nothing that is open".formatted(keyword),
                    "Remove the line.");
        }
        var ended = open.pop();
        add(ended.keyword.equals("for")
                ? new Node.Loop(ended.names, ended.over.getFirst(), ended.line, ended.nodes)
                : new Node.Condition(closed(ended)));
    }

    private void add(Node node) {
        open.element().nodes.add(node);
    }

    private void closeLiteral() {
        if (!literal.isEmpty()) {
            add(new Node.Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private List<Node> end() throws TemplateFault {
        closeLiteral();
        var last = open.pop();
        if (!last.keyword.isEmpty()) {
            throw new TemplateFault(last.line, "The `%% %s` that opens here never ends".formatted(last.keyword),
                    "End it with `%% end%s`.".formatted(last.keyword));
        }
        return List.copyOf(last.nodes);
    }

    private int line(int offset) {
        return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
