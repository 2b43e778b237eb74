package org.athanor.engine.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.type.Name;

/// What a table's rows must keep. `settings` are what only one product knows, as texts (`postgresql_not_valid`).
public sealed interface Constraint {
    Optional<Name> name();

    record PrimaryKey(Optional<Name> name, List<String> columns, Timing timing, Map<String, Setting> settings)
            implements
                Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
            settings = Map.copyOf(settings);
        }
    }

    record Unique(Optional<Name> name, List<String> columns, Timing timing, Map<String, Setting> settings)
            implements
                Constraint {
        public Unique {
            columns = List.copyOf(columns);
            settings = Map.copyOf(settings);
        }
    }

    /// `targetColumns` is empty where the target's primary key is meant.
    record ForeignKey(Optional<Name> name, List<String> columns, TableName target, List<String> targetColumns,
            Optional<String> onDelete, Optional<String> onUpdate, Optional<String> match, Timing timing,
            Map<String, Setting> settings) implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            targetColumns = List.copyOf(targetColumns);
            settings = Map.copyOf(settings);
        }
    }

    /// `ofType` marks a check that belongs to a column's type (a Boolean or Enum on a product that has none).
    record Check(Optional<Name> name, SqlExpression condition, Optional<String> ofType, Timing timing,
            Map<String, Setting> settings) implements Constraint {
        public Check {
            settings = Map.copyOf(settings);
        }
    }

    /// PostgreSQL's `EXCLUDE`.
    record Exclude(Optional<Name> name, List<Element> elements, String using, Optional<SqlExpression> where,
            Map<String, String> operatorClasses, Timing timing) implements Constraint {
        public Exclude {
            elements = List.copyOf(elements);
            operatorClasses = Map.copyOf(operatorClasses);
        }

        /// What is compared, and by which operator.
        public record Element(SqlExpression value, String operator) {}
    }

    /// When the constraint is looked at.
    record Timing(Optional<Boolean> deferrable, Optional<String> initially) {
        public static final Timing UNSAID = new Timing(Optional.empty(), Optional.empty());
    }

    /// The kinds that `drop_constraint` tells apart.
    enum Kind {
        PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUDE
    }

    default Kind kind() {
        return switch (this) {
            case PrimaryKey _ -> Kind.PRIMARY_KEY;
            case Unique _ -> Kind.UNIQUE;
            case ForeignKey _ -> Kind.FOREIGN_KEY;
            case Check _ -> Kind.CHECK;
            case Exclude _ -> Kind.EXCLUDE;
        };
    }
}
