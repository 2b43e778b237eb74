package org.athanor.engine.dialect;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Statement;

/// How indexes are made and dropped.
public abstract class IndexDefinitions {
    protected final Dialect dialect;
    protected final Names names;

    protected IndexDefinitions(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    public abstract Statement create(TableName table, Index index, boolean ifNotExists) throws Unsupported;

    public abstract Statement drop(Operation.DropIndex drop) throws Unsupported;

    protected final String elements(Index index) throws Unsupported {
        return "(" + Wording.joined(index.elements(), ", ", element -> element(index, element)) + ")";
    }

    protected String element(Index index, Index.Element element) throws Unsupported {
        return switch (element) {
            case Index.Element.OfColumn(var column) -> names.quoteIfNeeded(column);
            case Index.Element.OfExpression(SqlExpression expression) -> dialect.text(expression);
        };
    }

    /// The index with the schema of its table.
    protected final String qualified(Operation.DropIndex drop) throws Unsupported {
        return drop.schema().or(() -> drop.table().flatMap(TableName::schema))
                .map(schema -> names.quoteIfNeeded(schema) + ".").orElse("") + names.bounded(drop.name());
    }
}
