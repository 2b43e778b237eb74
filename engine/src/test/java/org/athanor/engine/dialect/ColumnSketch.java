package org.athanor.engine.dialect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Column.Counting;
import org.athanor.engine.schema.Constraint.Check;
import org.athanor.engine.schema.Constraint.Timing;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// A column in the making.
final class ColumnSketch {
    private final String name;
    private final SqlType type;
    private boolean nullable = true;
    private Filling filling = Filling.NONE;
    private Counting counting = Counting.IF_ALONE;
    private Optional<String> comment = Optional.empty();
    private final List<Check> checks = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    private ColumnSketch(String name, SqlType type) {
        this.name = name;
        this.type = type;
    }

    static ColumnSketch column(String name, SqlType type) {
        return new ColumnSketch(name, type);
    }

    static ColumnSketch column(String name) {
        return column(name, SqlType.INTEGER);
    }

    ColumnSketch notNull() {
        nullable = false;
        return this;
    }

    ColumnSketch filled(Filling value) {
        filling = value;
        return this;
    }

    /// With a default that is given as a text.
    ColumnSketch text(String value) {
        return filled(new Filling.Text(value));
    }

    /// With a default that is given as SQL.
    ColumnSketch sql(String value) {
        return filled(new Filling.Default(SqlExpression.written(value)));
    }

    ColumnSketch computed(String value, Optional<Boolean> persisted) {
        return filled(new Filling.Computed(SqlExpression.written(value), persisted));
    }

    ColumnSketch identity(boolean always, SequenceOptions options) {
        return filled(new Filling.Identity(always, false, options));
    }

    ColumnSketch counting(Counting value) {
        counting = value;
        return this;
    }

    ColumnSketch comment(String text) {
        comment = Optional.of(text);
        return this;
    }

    ColumnSketch check(String condition) {
        return check(Optional.empty(), condition);
    }

    ColumnSketch check(String checkName, String condition) {
        return check(Optional.of(Name.written(checkName)), condition);
    }

    private ColumnSketch check(Optional<Name> checkName, String condition) {
        checks.add(new Check(checkName, SqlExpression.written(condition), Optional.empty(), Timing.UNSAID, Map.of()));
        return this;
    }

    ColumnSketch setting(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Column done() {
        return new Column(name, type, nullable, filling, counting, comment, checks, settings);
    }
}
