package org.athanor.engine.dialect;

import java.util.Optional;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.Table;
import org.athanor.engine.type.SqlType;

/// How columns are written, in CREATE TABLE as well as behind ADD COLUMN.
public abstract class ColumnDefinitions {
    protected final Dialect dialect;
    protected final Names names;
    private final ConstraintDefinitions constraints;

    protected ColumnDefinitions(Dialect dialect, Names names, ConstraintDefinitions constraints) {
        this.dialect = dialect;
        this.names = names;
        this.constraints = constraints;
    }

    /// The column of a table, without constraints.
    protected abstract String specification(Table table, Column column) throws Unsupported;

    /// The column of a table, with the checks that were given to it.
    public final String text(Table table, Column column) throws Unsupported {
        return text(table, column, "");
    }

    /// The same, with other constraints before the checks.
    public final String text(Table table, Column column, String others) throws Unsupported {
        try {
            var text = new StringBuilder(specification(table, column)).append(others);
            for (var check : column.checks()) {
                text.append(' ').append(constraints.columnCheck(check));
            }
            return text.toString();
        } catch (Unsupported e) {
            throw new Unsupported(e.message() + " (column " + column.name() + " of table " + table.name() + ")",
                    e.hint());
        }
    }

    /// What follows the word DEFAULT, if there is a default.
    public final Optional<String> defaultText(Filling filling) throws Unsupported {
        return switch (filling) {
            case Filling.Text(var value) -> Optional.of(quoted(value));
            case Filling.Default(var value) -> Optional.of(dialect.text(value));
            case Filling.None _,Filling.Computed _,Filling.Identity _ -> Optional.empty();
        };
    }

    /// A text as a literal.
    public final String quoted(String text) throws Unsupported {
        return dialect.text(new SqlExpression.Literal(new Constant.Text(text), SqlType.TEXT));
    }

    /// `otherwise` stands where nobody says whether the column is kept.
    protected final String computed(Filling.Computed computed, String otherwise) throws Unsupported {
        return " GENERATED ALWAYS AS (" + dialect.text(computed.value()) + ")"
                + computed.persisted().map(yes -> yes ? " STORED" : " VIRTUAL").orElse(otherwise);
    }
}
