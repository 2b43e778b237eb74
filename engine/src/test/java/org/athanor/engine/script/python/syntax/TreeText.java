package org.athanor.engine.script.python.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.script.python.tree.Expression;
import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.tree.Parameters;
import org.athanor.engine.script.python.tree.Pattern;
import org.athanor.engine.script.python.tree.PythonFile;

/// A tree as text, in the form in which `oracle.py` writes CPython's.
final class TreeText {
    private final StringBuilder text = new StringBuilder();
    private final boolean linesInFields;
    private int fields;

    private TreeText(boolean linesInFields) {
        this.linesInFields = linesInFields;
    }

    /// `linesInFields` is false where the other side doesn't know the lines inside of formatted strings.
    static String of(PythonFile file, boolean linesInFields) {
        var text = new TreeText(linesInFields);
        text.any(file.body());
        return text.text.substring(1);
    }

    private void put(String word) {
        text.append(' ').append(word);
    }

    private void node(String name, int line, Object... children) {
        put("(" + name);
        put(fields > 0 && !linesInFields ? "0" : String.valueOf(line));
        Stream.of(children).forEach(this::any);
        put(")");
    }

    private void any(Object child) {
        switch (child) {
            case Optional<?> optional -> optional.ifPresentOrElse(this::any, () -> put("-"));
            case List<?> list -> {
                put("[");
                list.forEach(this::any);
                put("]");
            }
            case Boolean truth -> put(truth ? "yes" : "no");
            case Integer number -> put(number.toString());
            case String string -> quoted(string);
            case Expression expression -> expression(expression);
            case Instruction instruction -> instruction(instruction);
            case Pattern pattern -> pattern(pattern);
            case Parameters parameters -> any(parameters.parameters().stream()
                    .map(p -> List.of(p.name(), p.kind().name(), p.fallback(), p.annotation())).toList());
            default -> part(child);
        }
    }

    private void quoted(String string) {
        put("\"");
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }

    private void part(Object part) {
        switch (part) {
            case Expression.Keyword(var name, var value, var line) -> node("Keyword", line, name, value);
            case Expression.Dictionary.Entry(var key, var value) -> any(List.of(key, value));
            case Expression.Comparison.Link(var comparator, var right) ->
                any(List.of(comparator.written(), right));
            case Expression.Comprehension.Loop(var target, var source, var conditions, var asynchronous) ->
                any(List.of(target, source, conditions, asynchronous));
            case Instruction.Alias(var name, var as) -> any(List.of(name, as));
            case Instruction.With.Managed(var manager, var as) -> any(List.of(manager, as));
            case Instruction.Try.Handler(var type, var name, var group, var body, var line) ->
                node("Handler", line, type, name, group, body);
            case Instruction.Match.Case(var pattern, var guard, var body) -> any(List.of(pattern, guard, body));
            case Pattern.Mapping.Entry(var key, var pattern) -> any(List.of(key, pattern));
            case Pattern.OfClass.Named(var attribute, var pattern) -> any(List.of(attribute, pattern));
            default -> throw new IllegalStateException(part.toString());
        }
    }

    private void expression(Expression expression) {
        switch (expression) {
            case Expression.None(var line) -> node("None", line);
            case Expression.Truth(var value, var line) -> node("Truth", line, value);
            case Expression.Ellipsis(var line) -> node("Ellipsis", line);
            case Expression.Whole(var value, var line) -> node("Whole", line, value.toString(16));
            case Expression.Real(var value, var line) -> node("Real", line, bits(value));
            case Expression.Imaginary(var value, var line) -> node("Imaginary", line, bits(value));
            case Expression.Text(var value, var line) -> node("Text", line, value);
            case Expression.Bytes(var value, var line) -> node("Bytes", line, value);
            case Expression.Formatted(var parts, var template, var line) -> {
                put("(" + (template ? "Template" : "Formatted"));
                put(fields > 0 && !linesInFields ? "0" : String.valueOf(line));
                fields++;
                any(parts);
                fields--;
                put(")");
            }
            case Expression.Field(var value, var conversion, var format, var line) ->
                node("Field", line, value, conversion == 0 ? "" : String.valueOf(conversion), format);
            case Expression.Name(var id, var line) -> node("Name", line, id);
            case Expression.Attribute(var of, var name, var line) -> node("Attribute", line, of, name);
            case Expression.Item(var of, var key, var line) -> node("Item", line, of, key);
            case Expression.Slice(var from, var to, var step, var line) -> node("Slice", line, from, to, step);
            case Expression.Tuple(var elements, var line) -> node("Tuple", line, elements);
            case Expression.Sequence(var elements, var line) -> node("Sequence", line, elements);
            case Expression.SetOf(var elements, var line) -> node("SetOf", line, elements);
            case Expression.Dictionary(var entries, var line) -> node("Dictionary", line, entries);
            case Expression.Starred(var value, var line) -> node("Starred", line, value);
            case Expression.Call(var function, var arguments, var keywords, var line) ->
                node("Call", line, function, arguments, keywords);
            case Expression.Binary(var left, var operator, var right, var line) ->
                node("Binary", line, left, operator.written(), right);
            case Expression.Unary(var sign, var operand, var line) -> node("Unary", line, sign.name(), operand);
            case Expression.Junction(var all, var values, var line) -> node("Junction", line, all, values);
            case Expression.Comparison(var left, var links, var line) -> node("Comparison", line, left, links);
            case Expression.Conditional(var condition, var then, var otherwise, var line) ->
                node("Conditional", line, condition, then, otherwise);
            case Expression.Lambda(var parameters, var body, var line) -> node("Lambda", line, parameters, body);
            case Expression.Assigned(var name, var value, var line) -> node("Assigned", line, name, value);
            case Expression.Comprehension(var kind, var element, var value, var loops, var line) ->
                node("Comprehension", line, kind.name(), element, value, loops);
            case Expression.Await(var value, var line) -> node("Await", line, value);
            case Expression.Yield(var value, var from, var line) -> node("Yield", line, value, from);
        }
    }

    private static String bits(double value) {
        return String.format(Locale.ROOT, "%016x", Double.doubleToRawLongBits(value));
    }

    private void instruction(Instruction instruction) {
        switch (instruction) {
            case Instruction.Evaluate(var value, var line) -> node("Evaluate", line, value);
            case Instruction.Assign(var targets, var value, var line) -> node("Assign", line, targets, value);
            case Instruction.Annotate(var target, var annotation, var value, var line) ->
                node("Annotate", line, target, annotation, value);
            case Instruction.Change(var target, var operator, var value, var line) ->
                node("Change", line, target, operator.written(), value);
            case Instruction.Delete(var targets, var line) -> node("Delete", line, targets);
            case Instruction.Pass(var line) -> node("Pass", line);
            case Instruction.Break(var line) -> node("Break", line);
            case Instruction.Continue(var line) -> node("Continue", line);
            case Instruction.Return(var value, var line) -> node("Return", line, value);
            case Instruction.Raise(var exception, var cause, var line) -> node("Raise", line, exception, cause);
            case Instruction.Assert(var condition, var message, var line) ->
                node("Assert", line, condition, message);
            case Instruction.Import(var names, var line) -> node("Import", line, names);
            case Instruction.ImportFrom(var module, var level, var names, var line) ->
                node("ImportFrom", line, module, level, names);
            case Instruction.Global(var names, var line) -> node("Global", line, names);
            case Instruction.Nonlocal(var names, var line) -> node("Nonlocal", line, names);
            case Instruction.If(var condition, var then, var otherwise, var line) ->
                node("If", line, condition, then, otherwise);
            case Instruction.For(var target, var source, var body, var otherwise, var asynchronous, var line) ->
                node("For", line, target, source, body, otherwise, asynchronous);
            case Instruction.While(var condition, var body, var otherwise, var line) ->
                node("While", line, condition, body, otherwise);
            case Instruction.With(var managed, var body, var asynchronous, var line) ->
                node("With", line, managed, body, asynchronous);
            case Instruction.Try(var body, var handlers, var otherwise, var lastly, var line) ->
                node("Try", line, body, handlers, otherwise, lastly);
            case Instruction.Function(var name, var parameters, var body, var decorators, var returns, var asynchronous, var line) ->
                node("Function", line, name, parameters, body, decorators, returns, asynchronous);
            case Instruction.ClassOf(var name, var bases, var keywords, var body, var decorators, var line) ->
                node("ClassOf", line, name, bases, keywords, body, decorators);
            case Instruction.TypeAlias(var name, var value, var line) -> node("TypeAlias", line, name, value);
            case Instruction.Match(var subject, var cases, var line) -> node("Match", line, subject, cases);
        }
    }

    private void pattern(Pattern pattern) {
        any(switch (pattern) {
            case Pattern.Same(var value) -> List.of("Same", value);
            case Pattern.Capture(var of, var name) -> List.of("Capture", of, name);
            case Pattern.Either(var patterns) -> List.of("Either", patterns);
            case Pattern.Several(var patterns) -> List.of("Several", patterns);
            case Pattern.Rest(var name) -> List.of("Rest", name);
            case Pattern.Mapping(var entries, var rest) -> List.of("Mapping", entries, rest);
            case Pattern.OfClass(var type, var positions, var named) ->
                List.of("OfClass", type, positions, named);
        });
    }
}
