package org.athanor.engine.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.operation.ColumnChange;
import org.athanor.engine.operation.Operation;
import org.athanor.engine.operation.SqlEffect;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;

/// One statement of raw SQL, and what it does to a PostgreSQL database's schema.
final class RawStatement {
    private static final Set<String> HARMLESS = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE",
            "TRUNCATE",
            "COPY", "LOCK", "ANALYZE", "VACUUM", "REINDEX", "CLUSTER", "REFRESH", "GRANT", "REVOKE", "RESET", "SHOW",
            "NOTIFY", "LISTEN", "UNLISTEN", "CHECKPOINT", "DISCARD", "BEGIN", "START", "COMMIT", "END", "ROLLBACK",
            "SAVEPOINT", "RELEASE", "EXPLAIN", "SECURITY", "LOAD");
    /// What can be created, dropped or altered beside tables, types and sequences.
    private static final Set<String> OTHER_THINGS = Set.of("FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "TRIGGER",
            "VIEW",
            "MATERIALIZED", "RECURSIVE", "RULE", "POLICY", "EXTENSION", "ROLE", "USER", "GROUP", "DATABASE",
            "TABLESPACE", "PUBLICATION", "SUBSCRIPTION", "OPERATOR", "CAST", "COLLATION", "TEXT", "LANGUAGE", "EVENT",
            "STATISTICS", "SERVER", "CONSTRAINT", "TRUSTED", "PROCEDURAL", "ACCESS", "CONVERSION", "DEFAULT", "LARGE",
            "SYSTEM");
    /// Functions that change no schema, as they stand in a SELECT without FROM.
    private static final Set<String> PLAIN_FUNCTIONS = Set.of("setval", "nextval", "currval", "now", "version", "count",
            "coalesce", "pg_sleep", "pg_notify", "pg_advisory_lock", "pg_advisory_unlock", "pg_advisory_xact_lock",
            "pg_get_serial_sequence", "to_regclass", "max", "min", "exists", "current_setting", "greatest", "cast",
            "in", "and", "or", "not", "as", "values", "pg_try_advisory_lock", "current_schema", "format",
            "quote_ident");
    private static final int SHOWN = 60;

    private final String sql;
    private final NameWords words;
    private final Tokens tokens;

    RawStatement(String sql, NameWords words) {
        this.sql = sql;
        this.words = words;
        this.tokens = new Tokens(sql, SqlSyntax.POSTGRESQL);
    }

    List<SqlEffect> effects() {
        return read().orElseGet(() -> List.of(new SqlEffect.DoubtsEverything(reason())));
    }

    /// The effects, or nothing where they can't be told.
    private Optional<List<SqlEffect>> read() {
        var first = tokens.peek().orElse("").toUpperCase(Locale.ROOT);
        return switch (first) {
            case "CREATE" -> create();
            case "DROP" -> drop();
            case "ALTER" -> alter();
            case "COMMENT" -> comment();
            case "SELECT", "WITH", "(" -> select();
            case "SET" -> hasWord("search_path") ? Optional.empty() : Optional.of(List.of());
            default -> HARMLESS.contains(first) ? Optional.of(List.of()) : Optional.empty();
        };
    }

    private boolean hasWord(String word) {
        return words.occurs(sql, word);
    }

    /// Rows are only read, unless a function is called that may do anything.
    private Optional<List<SqlEffect>> select() {
        if (hasWord("into") && !hasWord("insert") && !hasWord("merge")) {
            return into();
        }
        return callsUnknown() ? Optional.empty() : Optional.of(List.of());
    }

    private Optional<List<SqlEffect>> into() {
        while (!tokens.atEnd()) {
            if (tokens.accept("INTO")) {
                var ignored = tokens.accept("TEMP") || tokens.accept("TEMPORARY") || tokens.accept("UNLOGGED");
                tokens.accept("TABLE");
                return ignored ? Optional.of(List.of()) : tableName().map(t -> List.of(doubt(t)));
            }
            tokens.next();
        }
        return Optional.of(List.of());
    }

    private boolean callsUnknown() {
        if (hasWord("from") && !hasWord("set_config")) {
            return false;
        }
        var all = new Tokens(sql, SqlSyntax.POSTGRESQL);
        while (!all.atEnd()) {
            var name = all.name();
            if (name.isEmpty()) {
                all.next();
            } else if (all.at("(") && !PLAIN_FUNCTIONS.contains(name.get().text().toLowerCase(Locale.ROOT))) {
                return !name.get().text().equalsIgnoreCase("select");
            }
        }
        return false;
    }

    private Optional<List<SqlEffect>> create() {
        tokens.accept("CREATE");
        tokens.accept("OR", "REPLACE");
        boolean temporary = tokens.accept("TEMP") || tokens.accept("TEMPORARY") || tokens.accept("LOCAL", "TEMP")
                || tokens.accept("GLOBAL", "TEMP");
        tokens.accept("UNLOGGED");
        tokens.accept("FOREIGN");
        if (tokens.accept("TABLE")) {
            tokens.accept("IF", "NOT", "EXISTS");
            return temporary ? Optional.of(List.of()) : tableName().map(t -> List.of(doubt(t)));
        }
        if (tokens.at("UNIQUE", "INDEX") || tokens.at("INDEX")) {
            return RawIndex.created(tokens, words, reason()).map(List::of);
        }
        if (tokens.accept("TYPE")) {
            return tableName().map(name -> List.of(new RawType(tokens, name, reason()).created()));
        }
        if (tokens.accept("SEQUENCE")) {
            tokens.accept("IF", "NOT", "EXISTS");
            return tableName().map(name -> List.of(new SqlEffect.DoubtsSequence(name, reason())));
        }
        if (tokens.accept("SCHEMA")) {
            return hasWord("table") || hasWord("view") ? Optional.empty() : Optional.of(List.of());
        }
        return isOtherThing() || tokens.at("DOMAIN") ? Optional.of(List.of()) : Optional.empty();
    }

    private boolean isOtherThing() {
        return OTHER_THINGS.contains(tokens.peek().orElse("").toUpperCase(Locale.ROOT));
    }

    private Optional<List<SqlEffect>> comment() {
        tokens.accept("COMMENT", "ON");
        if (tokens.accept("TABLE")) {
            return tableName().filter(_ -> tokens.accept("IS")).map(table -> List
                    .of(new SqlEffect.Does(new Operation.CommentTable(table, commentText()))));
        }
        if (!tokens.accept("COLUMN")) {
            return Optional.of(List.of());
        }
        var parts = new ArrayList<String>();
        do {
            tokens.name().map(words::folded).ifPresent(parts::add);
        } while (tokens.accept("."));
        if (parts.size() < 2 || !tokens.accept("IS")) {
            return Optional.empty();
        }
        var table = new TableName(parts.size() > 2 ? Optional.of(parts.getFirst()) : Optional.empty(),
                parts.get(parts.size() - 2));
        return Optional.of(List.of(new SqlEffect.Does(
                new Operation.AlterColumn(table, parts.getLast(), ColumnChange.comment(commentText())))));
    }

    private Optional<String> commentText() {
        return tokens.atQuoted() ? Optional.of(Tokens.unquoted(tokens.next())) : Optional.empty();
    }

    private Optional<List<SqlEffect>> drop() {
        tokens.accept("DROP");
        boolean foreign = tokens.accept("FOREIGN");
        if (tokens.accept("TABLE") || foreign) {
            return dropTables();
        }
        if (tokens.accept("INDEX")) {
            tokens.accept("CONCURRENTLY");
            boolean ifExists = tokens.accept("IF", "EXISTS");
            return names().map(names -> names.stream().map(n -> RawIndex.dropped(n, ifExists)).toList());
        }
        if (tokens.accept("TYPE") || tokens.accept("DOMAIN")) {
            tokens.accept("IF", "EXISTS");
            return hasWord("cascade")
                    ? Optional.empty()
                    : names().map(names -> names.stream().map(RawType::dropped).toList());
        }
        if (tokens.accept("SEQUENCE")) {
            tokens.accept("IF", "EXISTS");
            return names().map(names -> names.stream()
                    .<SqlEffect>map(n -> new SqlEffect.Does(new Operation.DropSequence(n, false, false))).toList());
        }
        return isOtherThing() && !hasWord("cascade") ? Optional.of(List.of()) : Optional.empty();
    }

    private Optional<List<SqlEffect>> dropTables() {
        boolean ifExists = tokens.accept("IF", "EXISTS");
        return names().map(names -> {
            var effects = new ArrayList<SqlEffect>();
            for (var name : names) {
                effects.add(new SqlEffect.Does(new Operation.DropTable(name, ifExists)));
                if (tokens.at("CASCADE")) {
                    effects.add(new SqlEffect.DropsReferences(name));
                }
            }
            return effects;
        });
    }

    private Optional<List<SqlEffect>> alter() {
        tokens.accept("ALTER");
        tokens.accept("FOREIGN");
        if (tokens.accept("TABLE")) {
            tokens.accept("IF", "EXISTS");
            tokens.accept("ONLY");
            return tableName().map(t -> new RawAlteration(tokens, t, words, reason()).effects());
        }
        if (tokens.accept("TYPE")) {
            return tableName().map(name -> List.of(new RawType(tokens, name, reason()).altered()));
        }
        if (tokens.accept("INDEX")) {
            return hasWord("rename") ? Optional.empty() : Optional.of(List.of());
        }
        if (tokens.accept("SEQUENCE")) {
            return hasWord("rename") ? Optional.empty() : Optional.of(List.of());
        }
        return isOtherThing() || tokens.at("DOMAIN") ? Optional.of(List.of()) : Optional.empty();
    }

    private Optional<List<TableName>> names() {
        var names = new ArrayList<TableName>();
        do {
            var name = tableName();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        } while (tokens.accept(","));
        return Optional.of(names);
    }

    private Optional<TableName> tableName() {
        return tableName(tokens, words);
    }

    static Optional<TableName> tableName(Tokens tokens, NameWords words) {
        return tokens.name().map(words::folded).flatMap(first -> tokens.accept(".")
                ? tokens.name().map(words::folded).map(second -> new TableName(Optional.of(first), second))
                : Optional.of(TableName.of(first)));
    }

    private SqlEffect doubt(TableName table) {
        return new SqlEffect.Doubts(table, reason());
    }

    private String reason() {
        var line = sql.strip().replaceAll("\\s+", " ");
        return "raw SQL before says: " + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…");
    }
}
