package org.athanor.engine.template;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What an expression stands for, given what the names stand for.
final class Evaluator {
    private static final String CONTEXT = "context";
    private static final Pattern PIECE = Pattern.compile("%.?|[^%]+", Pattern.DOTALL);

    private final Map<String, Value> values;
    private final int line;

    Evaluator(Map<String, Value> values, int line) {
        this.values = values;
        this.line = line;
    }

    Value value(Expression expression) throws TemplateFault {
        return switch (expression) {
            case Expression.Constant(var value) -> value;
            case Expression.Name(var name) -> values.getOrDefault(name, new Value.Unknown(name));
            case Expression.Several(var elements, var isTuple) ->
                isTuple ? new Value.Tuple(values(elements)) : new Value.Listing(values(elements));
            case Expression.Attribute(var of, var name) -> attribute(known(value(of)), name);
            case Expression.FunctionCall(var function, var arguments) -> call(function, values(arguments));
            case Expression.MethodCall call -> method(call);
            case Expression.Choice(var condition, var then, var otherwise) ->
                value(isTrue(value(condition)) ? then : otherwise);
            case Expression.Or(var left, var right) -> {
                var first = value(left);
                yield isTrue(first) ? first : value(right);
            }
            case Expression.And(var left, var right) -> {
                var first = value(left);
                yield isTrue(first) ? value(right) : first;
            }
            case Expression.Not(var of) -> new Value.Flag(!isTrue(value(of)));
            case Expression.Comparison(var operator, var left, var right) ->
                new Value.Flag(compare(operator, value(left), value(right)));
            case Expression.Plus(var left, var right) ->
                Value.text(text(value(left)) + text(value(right)));
            case Expression.Format(var format, var with) -> Value.text(formatted(text(value(format)), value(with)));
        };
    }

    static boolean isTrue(Value value) {
        return switch (value) {
            case Value.None _,Value.Unset _,Value.Unknown _ -> false;
            case Value.Flag(var flag) -> flag;
            case Value.Whole(var number) -> number != 0;
            case Value.Text(var text) -> !text.isEmpty();
            case Value.Tuple(var elements) -> !elements.isEmpty();
            case Value.Listing(var elements) -> !elements.isEmpty();
            case Value.Moment _ -> true;
        };
    }

    /// The value as it is printed.
    String shown(Value value) throws TemplateFault {
        return PythonText.str(known(value));
    }

    List<Value> elements(Value value) throws TemplateFault {
        return switch (known(value)) {
            case Value.Tuple(var elements) -> elements;
            case Value.Listing(var elements) -> elements;
            case Value.Text(var text) -> text.codePoints().mapToObj(c -> Value.text(Character.toString(c))).toList();
            case Value.None _,Value.Flag _,Value.Whole _,Value.Moment _,Value.Unset _,Value.Unknown _ ->
                throw TemplateFault.unknown(line, "`%s` is no list".formatted(shown(value)));
        };
    }

    /// A function, which is also what a filter is.
    Value call(String function, List<Value> arguments) throws TemplateFault {
        if (arguments.size() == 1) {
            var argument = arguments.getFirst();
            switch (function) {
                case "repr" -> {
                    return Value.text(PythonText.repr(known(argument)));
                }
                case "str", "unicode" -> {
                    return Value.text(shown(argument));
                }
                case "comma" -> {
                    return Value.text(comma(known(argument)));
                }
                case "trim" -> {
                    return Value.text(shown(argument).strip());
                }
                case "len" -> {
                    return new Value.Whole(elements(argument).size());
                }
                default -> {
                }
            }
        }
        throw TemplateFault.unknown(line, "`%s` is no function or filter that is known here".formatted(function));
    }

    private String comma(Value value) throws TemplateFault {
        return switch (value) {
            case Value.None _ -> "";
            case Value.Text(var text) -> text;
            case Value.Tuple _,Value.Listing _,Value.Flag _,Value.Whole _,Value.Moment _,Value.Unset _,Value.Unknown _ ->
                joined(", ", value);
        };
    }

    private String joined(String separator, Value value) throws TemplateFault {
        var texts = new ArrayList<String>();
        for (var element : elements(value)) {
            texts.add(text(element));
        }
        return String.join(separator, texts);
    }

    private Value method(Expression.MethodCall call) throws TemplateFault {
        var arguments = values(call.arguments());
        if (call.of() instanceof Expression.Name(var name) && name.equals(CONTEXT) && call.method().equals("get")
                && (arguments.size() == 1 || arguments.size() == 2)) {
            var otherwise = arguments.size() == 2 ? arguments.get(1) : Value.NONE;
            var found = values.getOrDefault(text(arguments.getFirst()), otherwise);
            return found instanceof Value.Unset ? otherwise : found;
        }
        var of = known(value(call.of()));
        return switch (of) {
            case Value.Text(var text) -> textMethod(text, call.method(), arguments);
            case Value.Moment moment -> momentMethod(moment, call.method(), arguments);
            case Value.None _,Value.Flag _,Value.Whole _,Value.Tuple _,Value.Listing _,Value.Unset _,Value.Unknown _ ->
                throw noMethod(call.method());
        };
    }

    private Value textMethod(String text, String method, List<Value> arguments) throws TemplateFault {
        return switch (method + "/" + arguments.size()) {
            case "join/1" -> Value.text(joined(text, arguments.getFirst()));
            case "lower/0" -> Value.text(text.toLowerCase(Locale.ROOT));
            case "upper/0" -> Value.text(text.toUpperCase(Locale.ROOT));
            case "strip/0" -> Value.text(text.strip());
            case "replace/2" ->
                Value.text(text.replace(text(arguments.get(0)), text(arguments.get(1))));
            case "startswith/1" -> new Value.Flag(text.startsWith(text(arguments.getFirst())));
            case "endswith/1" -> new Value.Flag(text.endsWith(text(arguments.getFirst())));
            default -> throw noMethod(method);
        };
    }

    private Value momentMethod(Value.Moment moment, String method, List<Value> arguments) throws TemplateFault {
        return switch (method + "/" + arguments.size()) {
            case "date/0" -> Value.text(moment.time().toLocalDate().toString());
            case "isoformat/0" -> Value.text(PythonText.str(moment).replace(' ', 'T'));
            case "strftime/1" -> Value.text(dated(moment, text(arguments.getFirst())));
            default -> throw noMethod(method);
        };
    }

    private String dated(Value.Moment moment, String format) throws TemplateFault {
        var text = new StringBuilder();
        var piece = PIECE.matcher(format);
        while (piece.find()) {
            var pattern = switch (piece.group()) {
                case "%Y" -> "uuuu";
                case "%y" -> "uu";
                case "%m" -> "MM";
                case "%d" -> "dd";
                case "%H" -> "HH";
                case "%M" -> "mm";
                case "%S" -> "ss";
                case "%f" -> "SSSSSS";
                case "%j" -> "DDD";
                case "%b" -> "MMM";
                case "%B" -> "MMMM";
                case "%%" -> "'%'";
                case String literal when !literal.startsWith("%") -> "'" + literal.replace("'", "''") + "'";
                default -> throw TemplateFault.unknown(line,
                        "strftime's %s is not known here".formatted(piece.group()));
            };
            text.append(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment.time()));
        }
        return text.toString();
    }

    private Value attribute(Value of, String name) throws TemplateFault {
        if (of instanceof Value.Moment(var time, _)) {
            switch (name) {
                case "year" -> {
                    return new Value.Whole(time.getYear());
                }
                case "month" -> {
                    return new Value.Whole(time.getMonthValue());
                }
                case "day" -> {
                    return new Value.Whole(time.getDayOfMonth());
                }
                case "hour" -> {
                    return new Value.Whole(time.getHour());
                }
                case "minute" -> {
                    return new Value.Whole(time.getMinute());
                }
                case "second" -> {
                    return new Value.Whole(time.getSecond());
                }
                default -> {
                }
            }
        }
        throw TemplateFault.unknown(line, "`.%s` is not known here".formatted(name));
    }

    private boolean compare(Expression.Operator operator, Value left, Value right) throws TemplateFault {
        return switch (operator) {
            case EQUAL -> left.equals(right);
            case NOT_EQUAL -> !left.equals(right);
            case IN -> contains(right, left);
            case NOT_IN -> !contains(right, left);
        };
    }

    private boolean contains(Value all, Value one) throws TemplateFault {
        return all instanceof Value.Text(var text) ? text.contains(text(one)) : elements(all).contains(one);
    }

    /// `%` on a text: `%s`, `%r` and `%d`, each by the next value.
    private String formatted(String format, Value with) throws TemplateFault {
        var arguments = with instanceof Value.Tuple(var elements) ? elements : List.of(known(with));
        var text = new StringBuilder();
        int next = 0;
        var piece = PIECE.matcher(format);
        while (piece.find()) {
            var kind = piece.group();
            if (kind.equals("%%")) {
                text.append('%');
            } else if (!kind.startsWith("%")) {
                text.append(kind);
            } else if (List.of("%s", "%r", "%d").contains(kind) && next < arguments.size()) {
                var argument = known(arguments.get(next++));
                text.append(kind.equals("%r") ? PythonText.repr(argument) : PythonText.str(argument));
            } else {
                throw TemplateFault.unknown(line, "'%s' can't be filled in here".formatted(format));
            }
        }
        if (next != arguments.size()) {
            throw TemplateFault.unknown(line, "'%s' has too few places for its values".formatted(format));
        }
        return text.toString();
    }

    private String text(Value value) throws TemplateFault {
        if (known(value) instanceof Value.Text(var text)) {
            return text;
        }
        throw TemplateFault.unknown(line, "`%s` is no text".formatted(shown(value)));
    }

    private List<Value> values(List<Expression> expressions) throws TemplateFault {
        var all = new ArrayList<Value>();
        for (var expression : expressions) {
            all.add(known(value(expression)));
        }
        return all;
    }

    private Value known(Value value) throws TemplateFault {
        if (value instanceof Value.Unknown(var name)) {
            throw new TemplateFault(line, "Nothing is called '%s' here".formatted(name),
                    "New files know " + values.keySet().stream().sorted().collect(Collectors.joining(", "))
                            + ". Is it something that env.py gives to the template? No Python is run here.");
        }
        return value;
    }

    private TemplateFault noMethod(String method) {
        return TemplateFault.unknown(line, "`.%s(…)` is not known here".formatted(method));
    }
}
