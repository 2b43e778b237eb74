package org.athanor.engine.expression;

import java.util.List;

/// How large an expression is: all that is in it, once for each place it stands in. Counting ends where it becomes too much.
public final class Extent {
    public static final int DEEPEST = 200;
    private static final int MOST = 500_000;

    private int nodes;
    private boolean tooDeep;

    private Extent() {}

    public static Extent of(SqlExpression expression) {
        var extent = new Extent();
        extent.add(expression, 0);
        return extent;
    }

    public static Extent of(Source source) {
        var extent = new Extent();
        extent.add(source, 0);
        return extent;
    }

    public int nodes() {
        return nodes;
    }

    public boolean isTooLarge() {
        return nodes > MOST;
    }

    /// Whether it is nested more deeply than anybody writes.
    public boolean isTooDeep() {
        return tooDeep;
    }

    private boolean ends(int depth) {
        tooDeep |= depth > DEEPEST;
        return tooDeep || ++nodes > MOST;
    }

    private void addAll(List<? extends SqlExpression> expressions, int depth) {
        for (var expression : expressions) {
            add(expression, depth);
        }
    }

    private void add(SqlExpression expression, int depth) {
        if (ends(depth)) {
            return;
        }
        switch (expression) {
            case SqlExpression.Call call -> addAll(call.arguments(), depth + 1);
            case SqlExpression.Template template -> addAll(template.parts(), depth + 1);
            case SqlExpression.Items items -> addAll(items.values(), depth + 1);
            case Combined.Query query -> add(query.query(), depth + 1);
            case Combined combined -> addAll(Sources.parts(combined), depth + 1);
            case Statement.Select select -> {
                addAll(select.chosen(), depth + 1);
                addAll(select.where(), depth + 1);
                select.from().forEach(source -> add(source, depth + 1));
            }
            case Statement.Compound compound -> addAll(compound.parts(), depth + 1);
            case Statement.Insert insert -> nodes += insert.rows().size();
            case Statement.Update update -> addAll(update.where(), depth + 1);
            case Statement.Delete delete -> addAll(delete.where(), depth + 1);
            case SqlExpression.ColumnName _,SqlExpression.Written _,SqlExpression.WrittenColumn _,SqlExpression.Literal _,SqlExpression.Parameter _,SqlExpression.Word _,SqlExpression.Star _,SqlExpression.OfPython _ -> {
                // It holds no others.
            }
        }
    }

    private void add(Source source, int depth) {
        if (ends(depth)) {
            return;
        }
        switch (source) {
            case Source.Alias alias -> add(alias.of(), depth + 1);
            case Source.Subquery subquery -> add(subquery.query(), depth + 1);
            case Source.Common common -> add(common.query(), depth + 1);
            case Source.OfFunction function -> add(function.function(), depth + 1);
            case Source.Join join -> {
                add(join.left(), depth + 1);
                add(join.right(), depth + 1);
                add(join.on(), depth + 1);
            }
            case Source.Rows rows -> nodes += rows.rows().size();
            case Source.Table _,Source.Written _ -> {
                // It holds no others.
            }
        }
    }
}
