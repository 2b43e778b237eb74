package org.athanor.engine.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which sources expressions speak of: what a query reads from, even if nobody says FROM.
public final class Sources {
    private Sources() {}

    /// The sources that an expression names, in their order. Queries inside of it keep theirs to themselves.
    public static Stream<Source> of(SqlExpression expression) {
        return columns(expression).flatMap(column -> column.source().stream());
    }

    /// The columns that an expression names, in their order; those in SQL that somebody wrote aren't told.
    public static Stream<SqlExpression.ColumnName> columns(SqlExpression expression) {
        return switch (expression) {
            case SqlExpression.ColumnName column -> Stream.of(column);
            case SqlExpression.Call call -> columns(call.arguments());
            case SqlExpression.Template template -> columns(template.parts());
            case SqlExpression.Items items -> columns(items.values());
            case SqlExpression.Parameter parameter -> columns(parameter.value());
            case Combined combined -> columns(parts(combined));
            case SqlExpression.Written _,SqlExpression.WrittenColumn _,SqlExpression.Literal _,SqlExpression.Word _,SqlExpression.Star _,SqlExpression.OfPython _,Statement _ ->
                Stream.empty();
        };
    }

    private static Stream<SqlExpression.ColumnName> columns(List<? extends SqlExpression> expressions) {
        return expressions.stream().flatMap(Sources::columns);
    }

    public static Stream<Source> of(List<? extends SqlExpression> expressions) {
        return expressions.stream().flatMap(Sources::of);
    }

    static List<SqlExpression> parts(Combined combined) {
        return switch (combined) {
            case Combined.Binary b -> List.of(b.left(), b.right());
            case Combined.Chain chain -> chain.operands();
            case Combined.Unary unary -> List.of(unary.operand());
            case Combined.Grouping grouping -> List.of(grouping.inside());
            case Combined.TruthTest test -> List.of(test.value());
            case Combined.Case c -> parts(c);
            case Combined.Cast cast -> List.of(cast.value());
            case Combined.Retyped retyped -> List.of(retyped.value());
            case Combined.Extract extract -> List.of(extract.value());
            case Combined.Tuple tuple -> tuple.values();
            case Combined.ArrayOf array -> array.values();
            case Combined.Slice slice -> List.of(slice.from(), slice.to());
            case Combined.Collation _,Combined.Query _ -> List.of();
            case Combined.Labelled labelled -> List.of(labelled.value());
            case Combined.Filtered filtered -> List.of(filtered.aggregate(), filtered.condition());
            case Combined.Ordered ordered -> joined(List.of(ordered.value()), ordered.order());
            case Combined.Windowed w -> joined(joined(List.of(w.function()), w.partition()), w.order());
        };
    }

    private static List<SqlExpression> parts(Combined.Case c) {
        var branches = c.branches().stream().flatMap(b -> Stream.of(b.condition(), b.result())).toList();
        return joined(joined(c.value().stream().toList(), branches), c.otherwise().stream().toList());
    }

    private static List<SqlExpression> joined(List<SqlExpression> first, List<SqlExpression> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /// What a query reads from: what it names, and what its columns and conditions speak of. What a join holds isn't
    /// repeated.
    public static List<Source> of(Statement.Select select) {
        var found = new LinkedHashSet<>(select.from());
        of(select.chosen()).forEach(found::add);
        of(select.where()).forEach(found::add);
        return withoutJoined(found);
    }

    /// What a change reads from beside its table.
    public static List<Source> beside(Source table, List<SqlExpression> where, List<Statement.Assignment> changes) {
        var found = new LinkedHashSet<Source>();
        of(where).forEach(found::add);
        of(changes.stream().map(Statement.Assignment::value).toList()).forEach(found::add);
        found.remove(table);
        return withoutJoined(found);
    }

    private static List<Source> withoutJoined(Set<Source> found) {
        var hidden = found.stream().flatMap(s -> s instanceof Source.Join join ? members(join) : Stream.empty())
                .toList();
        return found.stream().filter(s -> !hidden.contains(s)).toList();
    }

    /// A source, and for a join what it joins.
    public static Stream<Source> members(Source source) {
        return source instanceof Source.Join join
                ? Stream.concat(Stream.of(join.left(), join.right()),
                        Stream.concat(members(join.left()), members(join.right())))
                : Stream.of(source);
    }

    /// A source as a reader of the query names it.
    public static Optional<SourceName> name(Source source) {
        return switch (source) {
            case Source.Alias alias -> Optional.of(alias.name());
            case Source.Common common -> Optional.of(common.name());
            case Source.Table table -> Optional.of(new SourceName.Given(table.name()));
            case Source.Subquery _,Source.Rows _,Source.OfFunction _,Source.Written _,Source.Join _ ->
                Optional.empty();
        };
    }
}
