package org.athanor.engine.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.Constant;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Column;
import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Sequence;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// One thing that a revision does.
public sealed interface Operation {
    /// The table with its constraints; then its indexes and comments.
    record CreateTable(Table table, boolean ifNotExists) implements Operation {}

    record DropTable(TableName table, boolean ifExists) implements Operation {}

    record RenameTable(TableName table, String newName) implements Operation {}

    /// A column, and the constraints and indexes that came with it (`unique=True`, `index=True`, `ForeignKey`). A primary key
    /// among the constraints says that the column is one (`primary_key=True`); it is only written inline.
    record AddColumn(TableName table, Column column, List<Constraint> constraints, List<Index> indexes,
            boolean ifNotExists, boolean inlineReferences, boolean inlinePrimaryKey) implements Operation {
        public AddColumn {
            constraints = List.copyOf(constraints);
            indexes = List.copyOf(indexes);
        }
    }

    record DropColumn(TableName table, String column, boolean ifExists) implements Operation {}

    record AlterColumn(TableName table, String column, ColumnChange change) implements Operation {}

    record CreateIndex(TableName table, Index index, boolean ifNotExists) implements Operation {}

    record DropIndex(Optional<TableName> table, Optional<String> schema, Name name, boolean ifExists,
            Map<String, Setting> settings) implements Operation {
        public DropIndex {
            settings = Map.copyOf(settings);
        }

        public static DropIndex of(TableName table, Index index) {
            return new DropIndex(Optional.of(table), table.schema(), index.name(), false, Map.of());
        }
    }

    record AddConstraint(TableName table, Constraint constraint) implements Operation {}

    /// Without a name where a revision gives none; the dialect says then what is missing.
    record DropConstraint(TableName table, Optional<Name> name, Optional<Constraint.Kind> kind, boolean ifExists)
            implements
                Operation {}

    record CommentTable(TableName table, Optional<String> comment) implements Operation {}

    /// PostgreSQL's types of their own; nothing elsewhere. `checkFirst` leaves one alone that is already there.
    record CreateEnumeration(SqlType.Enumeration type, boolean checkFirst) implements Operation {}

    record DropEnumeration(SqlType.Enumeration type, boolean checkFirst) implements Operation {}

    /// PostgreSQL's domains, like its enumerations.
    record CreateDomain(SqlType.Domain type, boolean checkFirst) implements Operation {}

    record DropDomain(SqlType.Domain type, boolean checkFirst) implements Operation {}

    record CreateSchema(String name, boolean ifNotExists) implements Operation {}

    record DropSchema(String name, boolean ifExists, boolean cascade) implements Operation {}

    /// `checkFirst` leaves one alone that is already there, and asks a product without sequences for none; `ifNotExists`
    /// is said in the SQL.
    record CreateSequence(Sequence sequence, boolean checkFirst, boolean ifNotExists) implements Operation {}

    record DropSequence(TableName sequence, boolean checkFirst, boolean ifExists) implements Operation {}

    /// SQL as it is.
    record Execute(String sql) implements Operation {}

    /// A statement built from expressions; its text is the dialect's business.
    record ExecuteExpression(SqlExpression statement) implements Operation {}

    /// Rows for a table: `columns` with their types; a row holds values for some of them.
    record InsertRows(TableName table, List<Column> columns, List<Map<String, SqlExpression>> rows, boolean together)
            implements
                Operation {
        public InsertRows {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /// Several changes of one table (`batch_alter_table`): in place where the product can, else by a copy of the table.
    record Rebuild(TableName table, RebuildOptions options, List<Placed> changes) implements Operation {
        public Rebuild {
            changes = List.copyOf(changes);
        }
    }

    /// What runs outside of the step's transaction (`autocommit_block`).
    record OutsideTransaction(List<Placed> operations) implements Operation {
        public OutsideTransaction {
            operations = List.copyOf(operations);
        }
    }

    /// A value as a literal of no particular type.
    static SqlExpression literal(Constant constant) {
        return new SqlExpression.Literal(constant, SqlType.UNKNOWN);
    }
}
