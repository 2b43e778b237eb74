package org.athanor.engine.dialect.sqlite;

import java.util.List;
import java.util.Set;

import org.athanor.engine.dialect.Definitions;
import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Names;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.dialect.expressions.ExpressionText;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.type.SqlType;

/// SQLite's ways.
public final class Sqlite implements Dialect {
    /// How many characters SQLAlchemy lets the name of a constraint or index have.
    private static final int LONGEST_NAME = 9999;
    private static final Names NAMES = new Names(ReservedWords.ALL, LONGEST_NAME);
    private static final Set<String> ALONE = Set.of("VACUUM", "ATTACH", "DETACH");
    /// Pragmas that SQLite ignores inside a transaction without a word.
    private static final Set<String> WITHOUT_EFFECT = Set.of("FOREIGN_KEYS", "JOURNAL_MODE");

    private final Types types = new Types(NAMES);
    private final Definitions definitions = definitions();
    private final Rebuilds rebuilds = new Rebuilds(this, NAMES, definitions);
    private final Operations operations = new Operations(this, NAMES, definitions, rebuilds);
    private final Grammar grammar = new SqliteGrammar(this, rebuilds);

    private Definitions definitions() {
        var constraints = new Constraints(this, NAMES);
        var columns = new Columns(this, NAMES, constraints);
        return new Definitions(columns, constraints, new Tables(NAMES, columns, constraints),
                new Indexes(this, NAMES));
    }

    @Override
    public Product product() {
        return Product.SQLITE;
    }

    @Override
    public SqlSyntax syntax() {
        return SqlSyntax.SQLITE;
    }

    @Override
    public Grammar grammar() {
        return grammar;
    }

    @Override
    public String name(String identifier) {
        return NAMES.quoteIfNeeded(identifier);
    }

    @Override
    public boolean runsInTransaction(List<String> leadingWords) {
        if (leadingWords.size() > 1 && leadingWords.getFirst().equals("PRAGMA")) {
            return !WITHOUT_EFFECT.contains(leadingWords.get(1));
        }
        return leadingWords.isEmpty() || !ALONE.contains(leadingWords.getFirst());
    }

    @Override
    public List<Statement> statements(Operation operation, Evolution before) throws Unsupported {
        return operations.statements(operation, before);
    }

    @Override
    public void checkRuns(Operation operation) throws Unsupported {
        operations.checkRuns(operation);
    }

    @Override
    public String text(SqlExpression expression) throws Unsupported {
        return ExpressionText.of(expression, new SqliteWords(this));
    }

    @Override
    public String text(SqlType type) throws Unsupported {
        return types.text(type);
    }
}
