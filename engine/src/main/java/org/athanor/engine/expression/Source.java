package org.athanor.engine.expression;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression.ColumnName;
import org.athanor.engine.type.SqlType;

/// What rows come from: what stands behind FROM.
public sealed interface Source {
    /// A column of a source. One of the primary key may be counted up by the database, or be filled by a default of the
    /// table's; `preset` and `refreshed` are what the revision itself gives where a statement says nothing (`default=`,
    /// `onupdate=`).
    record Column(String name, SqlType type, boolean key, boolean counting, boolean filled,
            Optional<SqlExpression> preset, Optional<SqlExpression> refreshed) {
        public static Column of(String name, SqlType type) {
            return new Column(name, type, false, false, false, Optional.empty(), Optional.empty());
        }
    }

    /// The columns that are known.
    List<Column> columns();

    default Optional<Column> column(String name) {
        return columns().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /// The column as an expression.
    default ColumnName of(Column column) {
        return new ColumnName(Optional.of(this), column.name(), column.type());
    }

    /// A table; `defined` is one that is said with all that its columns are (`sa.Table`), not only by their names.
    record Table(Optional<String> schema, String name, List<Column> columns, boolean defined) implements Source {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /// Another name for a source; for a table also a sample of it or only its own rows.
    record Alias(Source of, SourceName name, boolean lateral) implements Source {
        @Override
        public List<Column> columns() {
            return of.columns();
        }
    }

    /// A query in parentheses: it has a name by an alias.
    record Subquery(Statement.Rows query) implements Source {
        @Override
        public List<Column> columns() {
            return query.columns();
        }
    }

    /// A query in front of a statement (WITH).
    record Common(Statement query, SourceName name, boolean recursive, List<Column> columns) implements Source {
        public Common {
            columns = List.copyOf(columns);
        }
    }

    /// Rows written out (VALUES).
    record Rows(List<Column> columns, List<List<SqlExpression>> rows) implements Source {
        public Rows {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// What a function gives.
    record OfFunction(SqlExpression function, List<Column> columns) implements Source {
        public OfFunction {
            columns = List.copyOf(columns);
        }
    }

    /// A source as somebody wrote it.
    record Written(String sql) implements Source {
        @Override
        public List<Column> columns() {
            return List.of();
        }
    }

    /// Whether a column of the source is, in the end, one of a defined table.
    default boolean isDefined(String column) {
        return switch (this) {
            case Table table -> table.defined();
            case Alias(var of, _, _) -> of.isDefined(column);
            case Subquery(var rows) -> Statement.isDefined(rows, column);
            case Common(Statement.Rows rows, _, _, _) -> Statement.isDefined(rows, column);
            case Common _,Rows _,OfFunction _,Written _,Join _ -> false;
        };
    }

    record Join(Source left, Source right, SqlExpression on, Keeping keeping) implements Source {
        /// Which rows without a partner stay.
        public enum Keeping {
            NONE, LEFT, BOTH
        }

        @Override
        public List<Column> columns() {
            return List.of();
        }
    }
}
