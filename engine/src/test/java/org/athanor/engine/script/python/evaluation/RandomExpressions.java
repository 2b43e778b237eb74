package org.athanor.engine.script.python.evaluation;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Expressions of Python out of a seed: numbers, texts, containers, and what can be done with them.
final class RandomExpressions {
    private final Random random;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return any(3);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String any(int depth) {
        return pick(List.of(() -> number(depth), () -> text(depth), () -> list(depth), () -> truth(depth),
                () -> mixed(depth), () -> map(depth)));
    }

    private String pick(List<Supplier<String>> ways) {
        return ways.get(random.nextInt(ways.size())).get();
    }

    private String number(int depth) {
        if (depth == 0) {
            return one(List.of("0", "1", "-1", "2", "7", "-13", "100", "12345678901234567890", "0.5", "-2.25", "1e10",
                    "3.0", "True", "1e-7"));
        }
        int below = depth - 1;
        return pick(List.of(
                () -> "(%s %s %s)".formatted(number(below), one(List.of("+", "-", "*", "/", "//", "%")),
                        number(below)),
                () -> "(%s %s %s)".formatted(whole(below), one(List.of("&", "|", "^")), whole(below)),
                () -> "(%s ** %s)".formatted(number(below), one(List.of("0", "1", "2", "3", "-1"))),
                () -> "(%s %s %s)".formatted(whole(below), one(List.of("<<", ">>")), one(List.of("0", "1", "5"))),
                () -> "-%s".formatted(number(below)), () -> "abs(%s)".formatted(number(below)),
                () -> "round(%s, %s)".formatted(number(below), one(List.of("0", "1", "2", "-1", "None"))),
                () -> "int(%s)".formatted(any(below)), () -> "float(%s)".formatted(any(below)),
                () -> "len(%s)".formatted(any(below)), () -> "sum(%s)".formatted(list(below)),
                () -> "max(%s)".formatted(list(below)), () -> "%s.find(%s)".formatted(text(below), text(0)),
                () -> "divmod(%s, %s)[%s]".formatted(number(below), number(below), one(List.of("0", "1"))),
                () -> "%s.count(%s)".formatted(list(below), any(0))));
    }

    private String whole(int depth) {
        return depth == 0 ? one(List.of("0", "3", "-5", "255", "True")) : "int(%s)".formatted(number(depth - 1));
    }

    private String text(int depth) {
        if (depth == 0) {
            return one(List.of("''", "'a'", "'hello world'", "'A,b;C'", "' x '", "'it\\'s'", "'\"q\"\\n'", "'é😀'",
                    "'42'", "'%s'", "'{}'", "'aXbXc'"));
        }
        int below = depth - 1;
        return pick(List.of(() -> "(%s + %s)".formatted(text(below), text(below)),
                () -> "(%s * %s)".formatted(text(below), one(List.of("0", "2", "-1", "3"))),
                () -> "%s.%s()".formatted(text(below),
                        one(List.of("upper", "lower", "strip", "title", "swapcase", "capitalize", "casefold"))),
                () -> "%s.replace(%s, %s)".formatted(text(below), text(0), text(0)),
                () -> "%s[%s:%s:%s]".formatted(text(below), index(), index(), one(List.of("", "1", "2", "-1"))),
                () -> "%s.join(map(str, %s))".formatted(text(0), list(below)), () -> "str(%s)".formatted(any(below)),
                () -> "repr(%s)".formatted(any(below)),
                () -> "format(%s, '%s')".formatted(number(below),
                        one(List.of("", ">8", "08.2f", "+d", ",", "e", ".3g", "x", "^10", "_d", "%", ".1f"))),
                () -> "f'{%s!r:>%s}'".formatted(number(0), one(List.of("1", "5", "12"))),
                () -> "('%%%s' %% (%s,))".formatted(one(List.of("s", "r", "d", "5.1f", "05d", "x", "-6s|", "g", "e")),
                        any(below)),
                () -> "%s.%s(%s)".formatted(text(below), one(List.of("ljust", "rjust", "center", "zfill")),
                        one(List.of("0", "5", "12")))));
    }

    private String index() {
        return one(List.of("", "0", "1", "3", "-1", "-3", "20"));
    }

    private String list(int depth) {
        if (depth == 0) {
            return one(List.of("[]", "[1, 2, 3]", "['b', 'a']", "(1, 'a')", "range(4)", "[0.5, 1]", "()", "'abc'"));
        }
        int below = depth - 1;
        return pick(List.of(() -> "[%s, %s]".formatted(any(below), any(below)),
                () -> "(%s, %s)".formatted(any(below), any(below)),
                () -> "sorted(%s)".formatted(list(below)), () -> "list(reversed(%s))".formatted(list(below)),
                () -> "[%s for x in %s]".formatted(one(List.of("x", "str(x)", "(x, x)", "x * 2", "[x]")),
                        list(below)),
                () -> "[x for x in %s if %s]".formatted(list(below), one(List.of("x", "not x", "x != 1"))),
                () -> "list(zip(%s, %s))".formatted(list(below), list(below)),
                () -> "list(enumerate(%s))".formatted(list(below)), () -> "%s.split()".formatted(text(below)),
                () -> "%s.split(%s)".formatted(text(below), text(0)),
                () -> "list(%s)[%s:%s]".formatted(list(below), index(), index()),
                () -> "[*%s, *%s]".formatted(list(below), list(below)),
                () -> "list(%s.items())".formatted(map(below)),
                () -> "%s.partition(%s)".formatted(text(below), text(0)),
                () -> "list(filter(None, %s))".formatted(list(below)), () -> "%s.splitlines()".formatted(text(below))));
    }

    private String map(int depth) {
        if (depth == 0) {
            return one(List.of("{}", "{'a': 1}", "{1: 'x', 2.5: None}", "dict(k='v')"));
        }
        int below = depth - 1;
        return pick(List.of(() -> "{%s: %s}".formatted(any(0), any(below)),
                () -> "{**%s, **%s}".formatted(map(below), map(below)),
                () -> "(%s | %s)".formatted(map(below), map(below)),
                () -> "{x: %s for x in %s}".formatted(one(List.of("x", "1", "str(x)")), list(below)),
                () -> "dict.fromkeys(%s)".formatted(list(below)),
                () -> "dict(enumerate(%s))".formatted(list(below))));
    }

    private String truth(int depth) {
        if (depth == 0) {
            return one(List.of("True", "False", "None"));
        }
        int below = depth - 1;
        return pick(List.of(
                () -> "(%s %s %s)".formatted(any(below),
                        one(List.of("==", "!=", "<", "<=", ">", ">=", "in", "not in")), any(below)),
                () -> "not %s".formatted(any(below)), () -> "bool(%s)".formatted(any(below)),
                () -> "all(%s)".formatted(list(below)), () -> "any(%s)".formatted(list(below)),
                () -> "%s.%s(%s)".formatted(text(below), one(List.of("startswith", "endswith")), text(0)),
                () -> "%s.%s()".formatted(text(below),
                        one(List.of("isalpha", "isdigit", "isupper", "isspace", "isalnum", "istitle", "islower"))),
                () -> "isinstance(%s, %s)".formatted(any(below),
                        one(List.of("int", "str", "(list, tuple)", "float", "bool", "dict")))));
    }

    private String mixed(int depth) {
        if (depth == 0) {
            return one(List.of("b'ab'", "...", "{1, 2}", "frozenset([1])", "range(1, 9, 3)"));
        }
        int below = depth - 1;
        return pick(List.of(() -> "(%s if %s else %s)".formatted(any(below), truth(below), any(below)),
                () -> "(%s %s %s)".formatted(any(below), one(List.of("and", "or", "+", "*", "%", "-")), any(below)),
                () -> "%s[%s]".formatted(any(below), one(List.of("0", "-1", "'a'", "1:", "5"))),
                () -> "(lambda x, *y, z=1: (x, y, z))(%s, %s)".formatted(any(below), any(below)),
                () -> "%s.get(%s, %s)".formatted(map(below), any(0), any(below)),
                () -> "tuple(%s)".formatted(any(below)), () -> "min(%s, %s)".formatted(any(below), any(below)),
                () -> "type(%s).__name__".formatted(any(below))));
    }
}
