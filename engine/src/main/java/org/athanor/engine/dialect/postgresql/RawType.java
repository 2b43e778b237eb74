package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.SqlEffect;
import org.athanor.engine.operation.SqlEffect.EnumerationChange;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;
import org.athanor.engine.type.SqlType;

/// `CREATE TYPE`, `ALTER TYPE` and `DROP TYPE` in raw SQL.
final class RawType {
    private final Tokens tokens;
    private final TableName name;
    private final String reason;

    RawType(Tokens tokens, TableName name, String reason) {
        this.tokens = tokens;
        this.name = name;
        this.reason = reason;
    }

    SqlEffect created() {
        if (!tokens.accept("AS", "ENUM", "(")) {
            return doubt();
        }
        var values = new ArrayList<String>();
        while (tokens.atQuoted()) {
            values.add(text());
            tokens.accept(",");
        }
        return new SqlEffect.Does(new Operation.CreateEnumeration(enumeration(name, values), false));
    }

    static SqlEffect dropped(TableName name) {
        return new SqlEffect.Does(new Operation.DropEnumeration(enumeration(name, List.of()), false));
    }

    SqlEffect altered() {
        if (tokens.accept("ADD", "VALUE")) {
            tokens.accept("IF", "NOT", "EXISTS");
            if (tokens.atQuoted()) {
                return changes(new EnumerationChange.Adds(text(), beside("BEFORE"), beside("AFTER")));
            }
        } else if (tokens.accept("RENAME", "VALUE") && tokens.atQuoted()) {
            var from = text();
            if (tokens.accept("TO") && tokens.atQuoted()) {
                return changes(new EnumerationChange.RenamesValue(from, text()));
            }
        } else if (tokens.accept("RENAME", "TO")) {
            var newName = tokens.name();
            if (newName.isPresent()) {
                return changes(new EnumerationChange.Renames(name.renamed(newName.get().text())));
            }
        } else if (tokens.at("OWNER")) {
            return changes(new EnumerationChange.Renames(name));
        }
        return doubt();
    }

    private Optional<String> beside(String where) {
        return tokens.accept(where) && tokens.atQuoted() ? Optional.of(text()) : Optional.empty();
    }

    private SqlEffect changes(EnumerationChange change) {
        return new SqlEffect.ChangesEnumeration(name, change);
    }

    private SqlEffect doubt() {
        return new SqlEffect.DoubtsType(name, reason);
    }

    private String text() {
        return Tokens.unquoted(tokens.next());
    }

    private static SqlType.Enumeration enumeration(TableName name, List<String> values) {
        return new SqlType.Enumeration(values, Optional.of(Name.written(name.name())), name.schema(),
                SqlType.Enumeration.Making.WHEN_ASKED, true, false, OptionalInt.empty());
    }
}
