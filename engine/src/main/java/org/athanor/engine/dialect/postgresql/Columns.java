package org.athanor.engine.dialect.postgresql;

import org.athanor.engine.dialect.ColumnDefinitions;
import org.athanor.engine.dialect.ConstraintDefinitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Sequences;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.SqlType;

/// PostgreSQL's columns.
final class Columns extends ColumnDefinitions {
    Columns(Dialect dialect, Names names, ConstraintDefinitions constraints) {
        super(dialect, names, constraints);
    }

    @Override
    protected String specification(Table table, Column column) throws Unsupported {
        return names.quoteIfNeeded(column.name()) + " " + typeAndDefault(table, column) + filled(column.filling())
                + nullness(column);
    }

    private String typeAndDefault(Table table, Column column) throws Unsupported {
        boolean isCounter = table.isKey(column) && table.counter().filter(column::equals).isPresent();
        if (isCounter && !(column.filling() instanceof Filling.Identity)) {
            return serial(SqlType.on(Product.POSTGRESQL.code(), column.type()));
        }
        return dialect.text(column.type()) + defaultText(column.filling()).map(text -> " DEFAULT " + text).orElse("");
    }

    private static String serial(SqlType type) throws Unsupported {
        return switch (type) {
            case SqlType.Whole(var size) -> switch (size) {
                case SMALL -> "SMALLSERIAL";
                case NORMAL -> "SERIAL";
                case BIG -> "BIGSERIAL";
            };
            case SqlType.Exact(_, _, var scale) when scale.orElse(-1) == 0 -> "SERIAL";
            default -> throw new Unsupported("Only a whole number counts up by itself",
                    "Take autoincrement=True away, or make the column an sa.Integer()");
        };
    }

    private String filled(Filling filling) throws Unsupported {
        return switch (filling) {
            // Before version 18 there is nothing else, and no server knows it without the word.
            case Filling.Computed computed -> computed(computed, " STORED");
            case Filling.Identity identity -> " " + Sequences.identity(identity);
            case Filling.None _,Filling.Text _,Filling.Default _ -> "";
        };
    }

    private static String nullness(Column column) {
        boolean isCounted = column.filling() instanceof Filling.Identity;
        if (column.nullable()) {
            return isCounted ? " NULL" : "";
        }
        return isCounted ? "" : " NOT NULL";
    }
}
