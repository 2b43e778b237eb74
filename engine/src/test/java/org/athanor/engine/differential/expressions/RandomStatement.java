package org.athanor.engine.differential.expressions;

import java.util.List;
import java.util.Random;

/// Statements in the words of SQLAlchemy, put together at random; the same seed gives the same ones. `modern` also uses
/// what versions before 2.0 print in another way.
final class RandomStatement {
    /// What the statements speak of.
    static final String NAMES = """
            import sqlalchemy as sa
            from sqlalchemy.dialects import postgresql
            from sqlalchemy.sql import func, table, column
            t = table('t', column('a', sa.Integer), column('b', sa.String(9)), column('f', sa.Boolean),
                      column('n'), column('te', sa.Text), column('num', sa.Numeric(8, 2)),
                      column('jb', postgresql.JSONB), column('e', sa.Enum('x', 'y', name='e')),
                      column('Order', sa.Integer))
            o = table('o', column('a', sa.Integer), column('b', sa.String), column('t_a', sa.Integer), schema='other')
            c = t.c
            """;
    private static final List<String> TEXTS = List.of("'x'", "'o\\'x'", "'100%'", "'a_b'", "''", "'é'", "'%s'");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final int DEEPEST = 3;

    private final Random random;
    private final boolean modern;

    RandomStatement(long seed, boolean modern) {
        this.random = new Random(seed);
        this.modern = modern;
    }

    String next() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> "sa.update(t).where(%s).values(%s)".formatted(condition(0), values());
            case 2 -> "t.update().values(%s)".formatted(values());
            case 3 -> "sa.delete(t).where(%s)".formatted(condition(0));
            case 4 -> "t.insert().values(%s)".formatted(values());
            case 5 -> "sa.insert(t).from_select(['a', 'b'], sa.select(o.c.a, %s).where(o.c.a > %s))"
                    .formatted("o.c.b", number(2));
            case 6 -> "sa.select(%s, %s).where(%s).order_by(%s)".formatted(number(1), text(1), condition(1),
                    pick("c.a", "c.b.desc()", "sa.desc(c.a)", "c.a.desc().nullslast()"));
            case 7 -> "sa.select(func.count(), func.max(%s)).select_from(t).where(%s).group_by(c.b)"
                    .formatted(number(2), condition(1));
            default -> "sa.select(c.a).select_from(t.join(o, o.c.t_a == c.a)).where(%s).limit(%d)"
                    .formatted(condition(1), random.nextInt(9) + 1) + (modern ? "" : ".offset(3)");
        };
    }

    private String values() {
        return switch (random.nextInt(5)) {
            case 0 -> "a=" + number(1);
            case 1 -> "b=" + text(1) + ", f=" + pick("True", "False", "None", "sa.true()", "sa.null()");
            case 2 -> "{c.b: %s, 'a': %s}".formatted(text(1), number(2));
            case 3 -> "n=" + pick("func.now()", "'x'", "5", "sa.text('a + 1')", "None") + ", e='x'";
            default -> "num=" + pick("5", "1.5", "None", "c.num * 2") + ", te=" + text(2);
        };
    }

    private String condition(int depth) {
        if (depth >= DEEPEST) {
            return simple(depth);
        }
        return switch (random.nextInt(12)) {
            case 0 -> "sa.and_(%s, %s)".formatted(condition(depth + 1), condition(depth + 1));
            case 1 -> "sa.or_(%s, %s)".formatted(condition(depth + 1), condition(depth + 1));
            case 2 -> "sa.not_(%s)".formatted(condition(depth + 1));
            case 3 -> "(~(%s))".formatted(condition(depth + 1));
            case 4 -> "((%s) & (%s))".formatted(condition(depth + 1), condition(depth + 1));
            case 5 -> "((%s) | (%s))".formatted(condition(depth + 1), condition(depth + 1));
            case 6 -> "sa.exists(sa.select(o.c.a).where(o.c.t_a == c.a))";
            default -> simple(depth);
        };
    }

    private String simple(int depth) {
        return switch (random.nextInt(17)) {
            case 0, 1 -> "(%s %s %s)".formatted(number(depth + 1), comparison(), number(depth + 1));
            case 2, 3 -> "(%s %s %s)".formatted(text(depth + 1), comparison(), text(depth + 1));
            case 4 -> "(c.%s %s None)".formatted(pick("a", "b", "n", "f"), pick("==", "!="));
            case 5 -> "(c.f %s %s)".formatted(pick("==", "!="), pick("True", "False", "sa.true()"));
            case 6 -> "c.f.%s(%s)".formatted(pick("is_", "isnot"), pick("True", "False", "None"));
            case 7 -> "c.f";
            case 8 -> "%s.%s([%s, %s])".formatted(columnOfText(), pick("in_", "notin_"), literalText(), literalText());
            case 9 -> "c.a.%s(%s)".formatted(pick("in_", "notin_"), pick("[1, 2, 3]", "(5,)", "[]"));
            case 10 -> "c.a.in_(sa.select(o.c.a).where(%s))".formatted("o.c.b == 'q'");
            case 11 -> "%s.%s(%s)".formatted(columnOfText(), pick("like", "notlike", "ilike"), literalText());
            case 12 -> "%s.%s(%s%s)".formatted(columnOfText(), pick("startswith", "endswith", "contains"),
                    literalText(), pick("", ", autoescape=True"));
            case 13 -> "(%s).between(%s, %s)".formatted(number(depth + 1), number(DEEPEST), number(DEEPEST));
            case 14 -> "(c.e == %s)".formatted(pick("'x'", "'y'"));
            case 15 -> "(c.jb%s.astext == %s)".formatted(pick("['k']", "['k']"), literalText());
            default -> "sa.text(\"b = 'y'\")";
        };
    }

    private String number(int depth) {
        if (depth >= DEEPEST) {
            return pick("c.a", "c.num", "c.Order", "sa.literal(7)");
        }
        return switch (random.nextInt(11)) {
            case 0 -> "(%s + %s)".formatted(number(depth + 1), pick("1", number(depth + 1)));
            case 1 -> "(%s - %s)".formatted(number(depth + 1), pick("1", number(depth + 1)));
            case 2 -> "(%s * %s)".formatted(number(depth + 1), pick("2", "-1", number(depth + 1)));
            case 3 -> modern ? "(-(%s))".formatted(number(depth + 1)) : number(depth + 1);
            case 4 -> "func.coalesce(%s, %s)".formatted(number(depth + 1), pick("0", "1.5"));
            case 5 -> "sa.cast(%s, sa.Integer)".formatted(text(depth + 1));
            case 6 -> "sa.case((%s, %s), else_=%s)".formatted(condition(DEEPEST), number(depth + 1), number(DEEPEST));
            case 7 -> modern
                    ? "(%s / %s)".formatted(number(depth + 1), pick("2", number(depth + 1)))
                    : "(%s %% 2)".formatted(number(depth + 1));
            case 8 -> "sa.select(func.max(o.c.a)).where(o.c.t_a == c.a).scalar_subquery()";
            default -> pick("c.a", "c.num", "c.Order", "c.a", "sa.literal(7)");
        };
    }

    private String text(int depth) {
        if (depth >= DEEPEST) {
            return pick("c.b", "c.te");
        }
        return switch (random.nextInt(8)) {
            case 0 -> joined(columnOfText(), pick(literalText(), text(depth + 1)));
            case 1 -> joined(literalText(), columnOfText());
            case 2 -> "func.%s(%s)".formatted(pick("lower", "upper", "trim"), text(depth + 1));
            case 3 -> "sa.cast(%s, sa.%s)".formatted(number(depth + 1), pick("String", "Text", "String(20)"));
            case 4 -> "func.replace(%s, %s, %s)".formatted(columnOfText(), literalText(), literalText());
            case 5 -> "sa.case((%s, %s), else_=%s)".formatted(condition(DEEPEST), literalText(), columnOfText());
            default -> columnOfText();
        };
    }

    /// Before 2.0, `||` bound tighter than a comparison.
    private String joined(String left, String right) {
        return (modern ? "(%s + %s)" : "func.trim(%s + %s)").formatted(left, right);
    }

    private String columnOfText() {
        return pick("c.b", "c.te");
    }

    private String literalText() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private String comparison() {
        return COMPARISONS.get(random.nextInt(COMPARISONS.size()));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
