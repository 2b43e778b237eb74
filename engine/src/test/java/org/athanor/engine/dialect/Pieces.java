package org.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Constraint.Check;
import org.athanor.engine.schema.Constraint.ForeignKey;
import org.athanor.engine.schema.Constraint.PrimaryKey;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Constraint.Unique;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;
import org.athanor.engine.type.SqlType.Enumeration.Making;

/// Short ways to write down parts of a schema.
final class Pieces {
    private Pieces() {}

    /// A table of columns, constraints and indexes; a name with a dot has a schema.
    static Table table(String name, Object... parts) {
        var columns = new ArrayList<Column>();
        var constraints = new ArrayList<Constraint>();
        var indexes = new ArrayList<Index>();
        for (var part : parts) {
            switch (part) {
                case ColumnSketch column -> columns.add(column.done());
                case Constraint constraint -> constraints.add(constraint);
                case Index index -> indexes.add(index);
                default -> throw new IllegalArgumentException("Not a part of a table: " + part);
            }
        }
        return new Table(name(name), columns, constraints, indexes, Optional.empty(), Map.of(), List.of());
    }

    static Table with(Table table, Map<String, Setting> settings, String... prefixes) {
        return new Table(table.name(), table.columns(), table.constraints(), table.indexes(), table.comment(),
                settings, List.of(prefixes));
    }

    static Table commented(Table table, String comment) {
        return new Table(table.name(), table.columns(), table.constraints(), table.indexes(), Optional.of(comment),
                table.settings(), table.prefixes());
    }

    /// `schema.table` or `table`.
    static TableName name(String text) {
        int dot = text.lastIndexOf('.');
        return dot < 0
                ? TableName.of(text)
                : new TableName(Optional.of(text.substring(0, dot)),
                        text.substring(dot + 1));
    }

    static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(Optional.empty(), List.of(columns), Timing.UNSAID, Map.of());
    }

    static Unique unique(String... columns) {
        return new Unique(Optional.empty(), List.of(columns), Timing.UNSAID, Map.of());
    }

    /// A foreign key of one column, for instance to `schema.other`, column `id`.
    static ForeignKey foreignKey(String column, String target) {
        return new ForeignKey(Optional.empty(), List.of(column), name(target), List.of("id"), Optional.empty(),
                Optional.empty(), Optional.empty(), Timing.UNSAID, Map.of());
    }

    static Check check(String condition, Map<String, Setting> settings) {
        return new Check(Optional.empty(), SqlExpression.written(condition), Optional.empty(), Timing.UNSAID, settings);
    }

    /// The same with a name.
    static Constraint named(String text, Constraint constraint) {
        var name = Optional.of(Name.written(text));
        return switch (constraint) {
            case PrimaryKey key -> new PrimaryKey(name, key.columns(), key.timing(), key.settings());
            case Unique unique -> new Unique(name, unique.columns(), unique.timing(), unique.settings());
            case ForeignKey key -> new ForeignKey(name, key.columns(), key.target(), key.targetColumns(),
                    key.onDelete(), key.onUpdate(), key.match(), key.timing(), key.settings());
            case Check check -> new Check(name, check.condition(), check.ofType(), check.timing(), check.settings());
            case Constraint.Exclude exclude -> new Constraint.Exclude(name, exclude.elements(), exclude.using(),
                    exclude.where(), exclude.operatorClasses(), exclude.timing());
        };
    }

    static Index index(String name, String... columns) {
        var elements = new ArrayList<Index.Element>();
        for (var column : columns) {
            elements.add(new Index.Element.OfColumn(column));
        }
        return new Index(Name.written(name), elements, false, Map.of());
    }

    static Index with(Index index, Map<String, Setting> settings) {
        return new Index(index.name(), index.elements(), index.unique(), settings);
    }

    static SqlType varchar(int length) {
        return new SqlType.Characters(SqlType.Characters.Kind.STRING, OptionalInt.of(length), Optional.empty());
    }

    /// A native enumeration that comes with its table.
    static SqlType.Enumeration enumeration(String name, String... values) {
        return new SqlType.Enumeration(List.of(values), Optional.of(Name.written(name)), Optional.empty(),
                Making.WITH_TABLE, true, false, OptionalInt.empty());
    }

    /// An enumeration that is kept as text, with a check.
    static SqlType.Enumeration checked(Optional<String> name, String... values) {
        return new SqlType.Enumeration(List.of(values), name.map(Name::written), Optional.empty(), Making.WITH_TABLE,
                false, true, OptionalInt.empty());
    }

    static SequenceOptions starting(long start, long increment) {
        return new SequenceOptions(Optional.of(start), Optional.of(increment), Optional.empty(), Optional.empty(),
                false, false, Optional.empty(), Optional.empty());
    }

    static Setting text(String value) {
        return new Setting.Text(value);
    }

    static Setting on() {
        return new Setting.Flag(true);
    }

    static Setting off() {
        return new Setting.Flag(false);
    }
}
