package org.athanor.engine.operation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.StatementScanner;

/// What holds where no product is known: names are what they are, and raw SQL that isn't about rows may do anything. Where
/// one statement ends and the next begins is told by PostgreSQL's rules, which know most kinds of quotes.
final class PlainGrammar implements Grammar {
    private static final Set<String> ABOUT_ROWS = Set.of("INSERT", "UPDATE", "DELETE", "SELECT", "WITH", "VALUES",
            "MERGE", "REPLACE", "TRUNCATE");
    private static final StatementScanner SCANNER = new StatementScanner(SqlSyntax.POSTGRESQL);

    @Override
    public List<SqlEffect> effects(String sql) {
        var first = SCANNER.leadingWords(sql, 1);
        boolean harmless = !first.isEmpty() && ABOUT_ROWS.contains(first.getFirst()) && !sql.contains(";");
        return harmless ? List.of() : List.of(new SqlEffect.DoubtsEverything("raw SQL was run before"));
    }

    @Override
    public TableName canonical(TableName name) {
        return name;
    }

    @Override
    public boolean same(String one, String other) {
        return one.equals(other);
    }

    @Override
    public SqlExpression renamed(SqlExpression expression, String column, String newName) {
        return expression instanceof SqlExpression.Written(var sql)
                ? SqlExpression.written(word(column).matcher(sql)
                        .replaceAll(Matcher.quoteReplacement(newName)))
                : expression;
    }

    @Override
    public boolean mentions(SqlExpression expression, String column) {
        return expression instanceof SqlExpression.Written(var sql) && hasWord(sql, column);
    }

    @Override
    public boolean hasWord(String sql, String name) {
        return word(name).matcher(sql).find();
    }

    private static Pattern word(String name) {
        return Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    }

    @Override
    public Table named(Table table) {
        return table;
    }

    @Override
    public Optional<Evolution.Standing> copied(Operation.Rebuild rebuild, Evolution before) {
        return Optional.empty();
    }
}
