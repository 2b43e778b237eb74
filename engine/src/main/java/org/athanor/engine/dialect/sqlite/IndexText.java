package org.athanor.engine.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// Reads `CREATE INDEX` as SQLite keeps it: with orders, collations, expressions and conditions.
public final class IndexText {
    private IndexText() {}

    /// An index, its table, and whether it may be there already.
    public record Read(TableName table, Index index, boolean ifNotExists) {}

    public static Optional<Read> read(String sql) {
        try {
            return Optional.of(index(new Tokens(sql, SqlSyntax.SQLITE)));
        } catch (TableText.Unread _) {
            return Optional.empty();
        }
    }

    private static Read index(Tokens tokens) throws TableText.Unread {
        tokens.accept("CREATE");
        boolean unique = tokens.accept("UNIQUE");
        tokens.accept("INDEX");
        boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
        var name = TableText.tableName(tokens);
        if (!tokens.accept("ON")) {
            throw new TableText.Unread();
        }
        var table = new TableName(name.schema(), TableText.name(tokens));
        var elements = elements(tokens);
        Map<String, Setting> settings = new HashMap<>();
        if (tokens.accept("WHERE")) {
            settings.put("sqlite_where",
                    new Setting.Sql(SqlExpression.written(tokens.text(tokens.position(), tokens.size()))));
        } else if (!tokens.atEnd()) {
            throw new TableText.Unread();
        }
        return new Read(table, new Index(Name.written(name.name()), elements, unique, settings), ifNotExists);
    }

    private static List<Index.Element> elements(Tokens tokens) throws TableText.Unread {
        if (!tokens.accept("(")) {
            throw new TableText.Unread();
        }
        var elements = new ArrayList<Index.Element>();
        do {
            elements.add(element(tokens));
        } while (tokens.accept(","));
        if (!tokens.accept(")")) {
            throw new TableText.Unread();
        }
        return elements;
    }

    private static Index.Element element(Tokens tokens) throws TableText.Unread {
        int from = tokens.position();
        var name = tokens.name();
        boolean alone = name.isPresent() && !tokens.atEnd();
        tokens.accept("ASC");
        if (alone && (tokens.at(",") || tokens.at(")"))) {
            return new Index.Element.OfColumn(name.get().text());
        }
        while (!tokens.at(",") && !tokens.at(")")) {
            if (tokens.atEnd()) {
                throw new TableText.Unread();
            }
            if (tokens.at("(")) {
                tokens.skipParentheses();
            } else {
                tokens.next();
            }
        }
        return new Index.Element.OfExpression(SqlExpression.written(tokens.text(from, tokens.position())));
    }
}
