package org.athanor.engine.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.type.SqlType;

/// A statement about rows. Several conditions in `where` and `having` must all hold.
public sealed interface Statement extends SqlExpression {
    @Override
    default SqlType type() {
        return SqlType.UNKNOWN;
    }

    /// A statement that gives rows.
    sealed interface Rows extends Statement {
        /// What a query that uses the rows can name.
        List<Source.Column> columns();
    }

    /// `from` is what the revision names; the rest follows from the columns and conditions. `prefixes` stand behind SELECT.
    record Select(List<SqlExpression> chosen, List<Source> from, List<SqlExpression> where,
            List<SqlExpression> groups, List<SqlExpression> having, Tail tail, Distinct distinct,
            List<Source> correlated, List<Source.Common> common) implements Rows {
        public Select {
            chosen = List.copyOf(chosen);
            from = List.copyOf(from);
            where = List.copyOf(where);
            having = List.copyOf(having);
            groups = List.copyOf(groups);
            correlated = List.copyOf(correlated);
            common = List.copyOf(common);
        }

        public Select withChosen(List<SqlExpression> others) {
            return new Select(others, from, where, groups, having, tail, distinct, correlated, common);
        }

        public Select withFrom(List<Source> others) {
            return new Select(chosen, others, where, groups, having, tail, distinct, correlated, common);
        }

        public Select withWhere(List<SqlExpression> others) {
            return new Select(chosen, from, others, groups, having, tail, distinct, correlated, common);
        }

        public Select withGroups(List<SqlExpression> others) {
            return new Select(chosen, from, where, others, having, tail, distinct, correlated, common);
        }

        public Select withHaving(List<SqlExpression> others) {
            return new Select(chosen, from, where, groups, others, tail, distinct, correlated, common);
        }

        public Select withTail(Tail others) {
            return new Select(chosen, from, where, groups, having, others, distinct, correlated, common);
        }

        public Select withDistinct(Distinct others) {
            return new Select(chosen, from, where, groups, having, tail, others, correlated, common);
        }

        public Select withCorrelated(List<Source> others) {
            return new Select(chosen, from, where, groups, having, tail, distinct, others, common);
        }

        public Select withCommon(List<Source.Common> others) {
            return new Select(chosen, from, where, groups, having, tail, distinct, correlated, others);
        }

        @Override
        public List<Source.Column> columns() {
            return chosen.stream().flatMap(Statement::column).toList();
        }
    }

    /// Whether equal rows appear once: all of them, or by some columns (PostgreSQL).
    record Distinct(boolean asked, List<SqlExpression> on) {
        public static final Distinct NO = new Distinct(false, List.of());

        public Distinct {
            on = List.copyOf(on);
        }
    }

    /// What ends a query: order, how many rows, and the rows' lock.
    record Tail(List<SqlExpression> order, Optional<SqlExpression> limit, Optional<SqlExpression> offset,
            Optional<String> lock) {
        public static final Tail NONE = new Tail(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

        public Tail {
            order = List.copyOf(order);
        }
    }

    /// UNION and the like.
    record Compound(String word, List<Rows> parts, Tail tail) implements Rows {
        public Compound {
            parts = List.copyOf(parts);
        }

        @Override
        public List<Source.Column> columns() {
            return parts.isEmpty() ? List.of() : parts.getFirst().columns();
        }
    }

    /// A column and the value it gets.
    record Assignment(String column, SqlExpression value) {}

    /// New rows: values by column for each of them, or a query for `columns`.
    record Insert(Source.Table table, List<List<Assignment>> rows, Optional<Rows> query, List<String> columns,
            boolean inline, Optional<Conflict> conflict, List<SqlExpression> returning, List<Source.Common> common,
            List<String> prefixes) implements Statement {
        public Insert {
            rows = rows.stream().map(List::copyOf).toList();
            columns = List.copyOf(columns);
            returning = List.copyOf(returning);
            common = List.copyOf(common);
            prefixes = List.copyOf(prefixes);
        }

        public Insert withRows(List<List<Assignment>> others) {
            return new Insert(table, others, query, columns, inline, conflict, returning, common, prefixes);
        }

        public Insert withInline(boolean others) {
            return new Insert(table, rows, query, columns, others, conflict, returning, common, prefixes);
        }

        public Insert withReturning(List<SqlExpression> others) {
            return new Insert(table, rows, query, columns, inline, conflict, others, common, prefixes);
        }

        public Insert withCommon(List<Source.Common> others) {
            return new Insert(table, rows, query, columns, inline, conflict, returning, others, prefixes);
        }

        public Insert withPrefixes(List<String> others) {
            return new Insert(table, rows, query, columns, inline, conflict, returning, common, others);
        }

        public Insert withConflict(Conflict other) {
            return new Insert(table, rows, query, columns, inline, Optional.of(other), returning, common, prefixes);
        }

        public Insert withQuery(Rows other, List<String> names) {
            return new Insert(table, rows, Optional.of(other), names, inline, conflict, returning, common, prefixes);
        }
    }

    /// ON CONFLICT: nothing, or an update where `changes` are given.
    record Conflict(Optional<String> constraint, List<SqlExpression> columns, Optional<SqlExpression> targetWhere,
            List<Assignment> changes, Optional<SqlExpression> where) {
        public Conflict {
            columns = List.copyOf(columns);
            changes = List.copyOf(changes);
        }
    }

    record Update(Source table, List<Assignment> changes, List<SqlExpression> where, List<SqlExpression> returning,
            List<Source.Common> common) implements Statement {
        public Update {
            where = List.copyOf(where);
            changes = List.copyOf(changes);
            returning = List.copyOf(returning);
            common = List.copyOf(common);
        }

        public Update withChanges(List<Assignment> others) {
            return new Update(table, others, where, returning, common);
        }

        public Update withWhere(List<SqlExpression> others) {
            return new Update(table, changes, others, returning, common);
        }

        public Update withReturning(List<SqlExpression> others) {
            return new Update(table, changes, where, others, common);
        }

        public Update withCommon(List<Source.Common> others) {
            return new Update(table, changes, where, returning, others);
        }
    }

    record Delete(Source table, List<SqlExpression> where, List<SqlExpression> returning,
            List<Source.Common> common) implements Statement {
        public Delete {
            where = List.copyOf(where);
            returning = List.copyOf(returning);
            common = List.copyOf(common);
        }

        public Delete withWhere(List<SqlExpression> others) {
            return new Delete(table, others, returning, common);
        }

        public Delete withReturning(List<SqlExpression> others) {
            return new Delete(table, where, others, common);
        }

        public Delete withCommon(List<Source.Common> others) {
            return new Delete(table, where, returning, others);
        }
    }

    /// Whether rows give a column of a defined table under its name.
    static boolean isDefined(Rows rows, String column) {
        return switch (rows) {
            case Select select ->
                select.chosen().stream().anyMatch(c -> c instanceof ColumnName(var source, var name, _)
                        && name.equals(column) && source.filter(s -> s.isDefined(name)).isPresent());
            case Compound compound -> !compound.parts().isEmpty() && isDefined(compound.parts().getFirst(), column);
        };
    }

    private static Stream<Source.Column> column(SqlExpression chosen) {
        return switch (chosen) {
            case ColumnName column -> Stream.of(Source.Column.of(column.name(), column.type()));
            case WrittenColumn column -> Stream.of(Source.Column.of(column.sql(), column.type()));
            case Combined.Labelled(var value, SourceName.Given(var name)) ->
                Stream.of(Source.Column.of(name, value.type()));
            default -> Stream.empty();
        };
    }
}
