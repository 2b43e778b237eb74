package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.operation.Grammar;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.SqlEffect;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.StatementScanner;

/// How SQLite reads names and SQL.
public final class SqliteGrammar implements Grammar {
    private final NameWords words;
    private final Rebuilds rebuilds;

    SqliteGrammar(Dialect dialect, Rebuilds rebuilds) {
        this.words = new NameWords(dialect, true);
        this.rebuilds = rebuilds;
    }

    @Override
    public List<SqlEffect> effects(String sql) {
        try {
            var effects = new ArrayList<SqlEffect>();
            for (var statement : new StatementScanner(SqlSyntax.SQLITE).scan(sql, 1)) {
                effects.addAll(new RawStatement(statement.text()).effects());
            }
            return effects;
        } catch (StatementScanner.UnclosedText _) {
            return List.of(new SqlEffect.DoubtsEverything("raw SQL before can't be taken apart"));
        }
    }

    @Override
    public TableName canonical(TableName name) {
        return new TableName(name.schema().map(s -> s.toLowerCase(Locale.ROOT)).filter(s -> !s.equals("main")),
                name.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean same(String one, String other) {
        return words.same(one, other);
    }

    @Override
    public SqlExpression renamed(SqlExpression expression, String column, String newName) {
        return words.renamed(expression, column, newName);
    }

    @Override
    public boolean mentions(SqlExpression expression, String column) {
        return words.occurs(expression, column);
    }

    @Override
    public boolean hasWord(String sql, String name) {
        return words.occurs(sql, name);
    }

    @Override
    public Table named(Table table) {
        return table;
    }

    @Override
    public Optional<Evolution.Standing> copied(Operation.Rebuild rebuild, Evolution before) {
        return rebuilds.copied(rebuild, before);
    }
}
