package org.athanor.engine.dialect;

import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation.AlterColumn;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.SqlType;

/// A change of a column in the making.
final class ChangeSketch {
    private final TableName table;
    private Optional<SqlType> type = Optional.empty();
    private Optional<Boolean> nullable = Optional.empty();
    private Optional<Filling> filling = Optional.empty();
    private Optional<Optional<String>> comment = Optional.empty();
    private Optional<String> newName = Optional.empty();
    private Optional<SqlType> existingType = Optional.empty();
    private Optional<Filling> existingFilling = Optional.empty();
    private Map<String, Setting> settings = Map.of();

    private ChangeSketch(TableName table) {
        this.table = table;
    }

    /// Of column `c`.
    static ChangeSketch change(String table) {
        return new ChangeSketch(Pieces.name(table));
    }

    ChangeSketch type(SqlType value) {
        type = Optional.of(value);
        return this;
    }

    ChangeSketch existingType(SqlType value) {
        existingType = Optional.of(value);
        return this;
    }

    ChangeSketch nullable(boolean value) {
        nullable = Optional.of(value);
        return this;
    }

    ChangeSketch filling(Filling value) {
        filling = Optional.of(value);
        return this;
    }

    ChangeSketch sql(String value) {
        return filling(new Filling.Default(SqlExpression.written(value)));
    }

    ChangeSketch existingFilling(Filling value) {
        existingFilling = Optional.of(value);
        return this;
    }

    ChangeSketch comment(Optional<String> value) {
        comment = Optional.of(value);
        return this;
    }

    ChangeSketch newName(String value) {
        newName = Optional.of(value);
        return this;
    }

    ChangeSketch using(String value) {
        settings = Map.of("postgresql_using", new Setting.Text(value));
        return this;
    }

    AlterColumn done() {
        return new AlterColumn(table, "c", new ColumnChange(type, nullable, filling, comment, newName, existingType,
                Optional.empty(), existingFilling, Optional.empty(), Optional.empty(), settings));
    }
}
