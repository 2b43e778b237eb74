package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.SqlEffect;
import org.athanor.engine.schema.Index;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// `CREATE INDEX` and `DROP INDEX` in raw SQL.
final class RawIndex {
    private RawIndex() {}

    /// An index on plain columns does just that; another one puts its table in doubt. Nothing where not even the table can
    /// be told.
    static Optional<SqlEffect> created(Tokens tokens, NameWords words, String reason) {
        boolean unique = tokens.accept("UNIQUE");
        tokens.accept("INDEX");
        tokens.accept("CONCURRENTLY");
        boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
        var name = tokens.at("ON") ? Optional.<Tokens.Name>empty() : tokens.name();
        if (!tokens.accept("ON")) {
            return Optional.empty();
        }
        tokens.accept("ONLY");
        var table = RawStatement.tableName(tokens, words);
        var columns = columns(tokens, words);
        if (table.isEmpty() || name.isEmpty() || columns.isEmpty() || !tokens.atEnd()) {
            return table.map(t -> new SqlEffect.Doubts(t, reason));
        }
        var index = new Index(Name.written(words.folded(name.get())), columns, unique, Map.of());
        return Optional.of(new SqlEffect.Does(new Operation.CreateIndex(table.get(), index, ifNotExists)));
    }

    private static List<Index.Element> columns(Tokens tokens, NameWords words) {
        var columns = new ArrayList<Index.Element>();
        if (!tokens.accept("(")) {
            return List.of();
        }
        do {
            var column = tokens.name();
            if (column.isEmpty()) {
                return List.of();
            }
            columns.add(new Index.Element.OfColumn(words.folded(column.get())));
        } while (tokens.accept(","));
        return tokens.accept(")") ? columns : List.of();
    }

    static SqlEffect dropped(TableName index, boolean ifExists) {
        return new SqlEffect.Does(new Operation.DropIndex(Optional.empty(), index.schema(),
                Name.written(index.name()), ifExists, Map.of()));
    }
}
