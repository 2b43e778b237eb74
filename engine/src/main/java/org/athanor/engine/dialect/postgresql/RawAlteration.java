package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.SqlEffect;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.Tokens;
import org.athanor.engine.type.Name;

/// `ALTER TABLE` in raw SQL.
final class RawAlteration {
    /// What changes nothing that a model holds.
    private static final Set<String> ASIDE = Set.of("OWNER", "ENABLE", "DISABLE", "CLUSTER", "REPLICA", "VALIDATE",
            "FORCE",
            "NO");

    private final Tokens tokens;
    private final TableName table;
    private final NameWords words;
    private final String reason;

    RawAlteration(Tokens tokens, TableName table, NameWords words, String reason) {
        this.tokens = tokens;
        this.table = table;
        this.words = words;
        this.reason = reason;
    }

    List<SqlEffect> effects() {
        var effects = new ArrayList<SqlEffect>();
        do {
            var effect = action();
            if (effect.isEmpty() || !tokens.at(",") && !tokens.atEnd()) {
                return List.of(new SqlEffect.Doubts(table, reason));
            }
            effects.addAll(effect.get());
        } while (tokens.accept(","));
        return effects;
    }

    private Optional<List<SqlEffect>> action() {
        if (tokens.accept("RENAME")) {
            return rename().map(List::of);
        }
        if (tokens.accept("DROP", "CONSTRAINT")) {
            boolean ifExists = tokens.accept("IF", "EXISTS");
            var constraint = name().map(Name::written);
            boolean cascades = tokens.accept("CASCADE");
            return cascades
                    ? Optional.empty()
                    : constraint.map(name -> List.of(new SqlEffect.Does(
                            new Operation.DropConstraint(table, Optional.of(name), Optional.empty(), ifExists))));
        }
        if (tokens.accept("DROP")) {
            tokens.accept("COLUMN");
            boolean ifExists = tokens.accept("IF", "EXISTS");
            return name().map(column -> List.of(
                    new SqlEffect.Does(new Operation.DropColumn(table, column, ifExists))));
        }
        if (tokens.accept("ALTER")) {
            tokens.accept("COLUMN");
            return name().flatMap(this::alter).map(List::of);
        }
        return tokens.peek().filter(word -> ASIDE.contains(word.toUpperCase(Locale.ROOT))).map(_ -> {
            while (!tokens.atEnd() && !tokens.at(",")) {
                tokens.next();
            }
            return List.<SqlEffect>of();
        });
    }

    private Optional<SqlEffect> rename() {
        if (tokens.accept("TO")) {
            return name().map(newName -> new SqlEffect.Does(new Operation.RenameTable(table, newName)));
        }
        boolean constraint = tokens.accept("CONSTRAINT");
        tokens.accept("COLUMN");
        var from = name();
        if (from.isEmpty() || !tokens.accept("TO")) {
            return Optional.empty();
        }
        return name().map(newName -> constraint
                ? new SqlEffect.RenamesConstraint(table, from.get(), newName)
                : new SqlEffect.Does(new Operation.AlterColumn(table, from.get(), ColumnChange.rename(newName))));
    }

    private Optional<SqlEffect> alter(String column) {
        if (tokens.accept("SET", "NOT", "NULL")) {
            return Optional.of(alter(column, Optional.of(false), Optional.empty()));
        }
        if (tokens.accept("DROP", "NOT", "NULL")) {
            return Optional.of(alter(column, Optional.of(true), Optional.empty()));
        }
        return tokens.accept("DROP", "DEFAULT")
                ? Optional.of(alter(column, Optional.empty(), Optional.of(Filling.NONE)))
                : Optional.empty();
    }

    private SqlEffect alter(String column, Optional<Boolean> nullable, Optional<Filling> filling) {
        return new SqlEffect.Does(new Operation.AlterColumn(table, column,
                new ColumnChange(Optional.empty(), nullable, filling, Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Map.of())));
    }

    private Optional<String> name() {
        return tokens.name().map(words::folded);
    }
}
