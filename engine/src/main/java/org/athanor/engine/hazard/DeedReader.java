package org.athanor.engine.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.NameWords;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.Tokens;

/// Reads what statements do from their texts: the very texts that a run sends.
final class DeedReader {
    private static final Set<String> DRASTIC = Set.of("DROP", "TRUNCATE", "DELETE", "EXECUTE", "CALL", "PERFORM");
    /// Things whose drop takes columns along, if it cascades.
    private static final Set<String> USED_BY_COLUMNS = Set.of("TYPE", "DOMAIN", "EXTENSION", "SCHEMA", "OWNED",
            "COLLATION");

    /// Where a table's name surely has been said in a `CREATE TABLE`: its columns needn't be taken apart.
    private static final int HEAD = 300;

    private final Dialect dialect;
    private final NameWords names;
    private final StatementScanner scanner;

    DeedReader(Dialect dialect) {
        this.dialect = dialect;
        this.names = new NameWords(dialect, dialect.product() == Product.SQLITE);
        this.scanner = new StatementScanner(dialect.syntax());
    }

    /// What a text does, which may hold several statements.
    List<Deed> read(String text) {
        if (text.indexOf(';') < 0) {
            return one(text);
        }
        try {
            return scanner.scan(text, 1).stream().flatMap(statement -> one(statement.text()).stream()).toList();
        } catch (StatementScanner.UnclosedText _) {
            return List.of(new Deed.Runs("SQL that can't be taken apart", true));
        }
    }

    private List<Deed> one(String sql) {
        var words = scanner.leadingWords(sql, 5);
        if (words.isEmpty()) {
            return List.of();
        }
        return switch (words.getFirst()) {
            case "CREATE" -> create(sql, words);
            case "ALTER" -> words.contains("TABLE")
                    ? new AlterationReader(dialect, tokens(sql)).deeds()
                    : List.of();
            case "DROP" -> drop(tokens(sql));
            case "TRUNCATE" -> truncate(tokens(sql));
            case "DELETE" -> delete(tokens(sql));
            case "INSERT", "REPLACE" -> fill(sql);
            case "WITH", "MERGE" -> common(sql);
            case "SELECT" -> select(sql);
            case "DO", "CALL", "EXECUTE" -> List.of(new Deed.Runs(shown(sql), isDrastic(sql)));
            case "VACUUM", "CLUSTER", "REINDEX", "REFRESH", "LOCK" -> new Upkeep(names, tokens(sql)).deeds();
            case "PRAGMA" -> sql.toLowerCase(Locale.ROOT).contains("writable_schema")
                    ? List.of(new Deed.Runs(shown(sql), true))
                    : List.of();
            default -> List.of();
        };
    }

    private List<Deed> create(String sql, List<String> words) {
        if (words.contains("TABLE")) {
            return createTable(tokens(sql.length() > HEAD ? sql.substring(0, HEAD) : sql), words);
        }
        if (words.contains("INDEX")) {
            var tokens = tokens(sql);
            skipTo(tokens, "INDEX");
            boolean concurrently = tokens.accept("CONCURRENTLY");
            skipTo(tokens, "ON");
            tokens.accept("ONLY");
            return table(tokens).<List<Deed>>map(table -> List.of(new Deed.CreatesIndex(table, concurrently)))
                    .orElse(List.of());
        }
        return List.of();
    }

    private List<Deed> createTable(Tokens tokens, List<String> words) {
        if (words.contains("TEMP") || words.contains("TEMPORARY") || words.contains("FOREIGN")) {
            return List.of();
        }
        skipTo(tokens, "TABLE");
        boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
        return table(tokens).<List<Deed>>map(table -> List.of(new Deed.CreatesTable(table, ifNotExists)))
                .orElse(List.of());
    }

    private List<Deed> drop(Tokens tokens) {
        tokens.accept("DROP");
        var kind = tokens.peek().orElse("").toUpperCase(Locale.ROOT);
        return switch (kind) {
            case "TABLE" -> {
                tokens.next();
                boolean ifExists = tokens.accept("IF", "EXISTS");
                yield tables(tokens).stream().<Deed>map(table -> new Deed.DropsTable(table, ifExists)).toList();
            }
            case "SCHEMA" -> {
                tokens.next();
                tokens.accept("IF", "EXISTS");
                yield each(tokens).stream().<Deed>map(Deed.DropsSchema::new).toList();
            }
            case "DATABASE" -> {
                tokens.next();
                tokens.accept("IF", "EXISTS");
                yield each(tokens).stream().<Deed>map(Deed.DropsDatabase::new).toList();
            }
            default -> USED_BY_COLUMNS.contains(kind) && (cascades(tokens) || kind.equals("OWNED"))
                    ? List.of(new Deed.DropsDependents("the " + kind.toLowerCase(Locale.ROOT)))
                    : List.of();
        };
    }

    private static boolean cascades(Tokens tokens) {
        boolean found = false;
        while (!tokens.atEnd()) {
            found = tokens.at("CASCADE");
            tokens.next();
        }
        return found;
    }

    private List<Deed> truncate(Tokens tokens) {
        tokens.accept("TRUNCATE");
        tokens.accept("TABLE");
        tokens.accept("ONLY");
        return tables(tokens).stream().<Deed>map(Deed.Truncates::new).toList();
    }

    private List<Deed> delete(Tokens tokens) {
        tokens.accept("DELETE", "FROM");
        tokens.accept("ONLY");
        var table = table(tokens);
        boolean all = true;
        while (!tokens.atEnd()) {
            all &= !tokens.at("WHERE") && !tokens.at("USING");
            tokens.next();
        }
        boolean whole = all;
        return table.<List<Deed>>map(t -> List.of(new Deed.Deletes(t, whole))).orElse(List.of());
    }

    /// A `SELECT` that fills a table; rows that are written out take nothing from anywhere.
    private List<Deed> fill(String sql) {
        var tokens = tokens(sql);
        skipTo(tokens, "INTO");
        var table = table(tokens);
        while (!tokens.atEnd() && !tokens.at("VALUES")) {
            if (tokens.at("SELECT")) {
                return table.<List<Deed>>map(t -> List.of(new Deed.Fills(t, sql))).orElse(List.of());
            }
            tokens.next();
        }
        return List.of();
    }

    /// `WITH` and `MERGE` may hide a `DELETE`.
    private List<Deed> common(String sql) {
        var tokens = tokens(sql);
        boolean merges = tokens.accept("MERGE");
        tokens.accept("INTO");
        tokens.accept("ONLY");
        var merged = merges ? table(tokens) : Optional.<TableName>empty();
        var deeds = new ArrayList<Deed>();
        while (!tokens.atEnd()) {
            if (tokens.accept("DELETE")) {
                tokens.accept("FROM");
                tokens.accept("ONLY");
                merged.or(() -> table(tokens)).ifPresent(t -> deeds.add(new Deed.Deletes(t, false)));
            } else {
                tokens.next();
            }
        }
        return deeds;
    }

    /// A function may do anything; those that come with PostgreSQL and only compute are known.
    private List<Deed> select(String sql) {
        if (scanner.words(sql).contains("INTO")) {
            var tokens = tokens(sql);
            skipTo(tokens, "INTO");
            tokens.accept("UNLOGGED");
            tokens.accept("TABLE");
            boolean temporary = tokens.at("TEMP") || tokens.at("TEMPORARY");
            return temporary
                    ? List.of()
                    : table(tokens).<List<Deed>>map(t -> List.of(new Deed.CreatesTable(t, false))).orElse(List.of());
        }
        boolean unknown = dialect.product() == Product.POSTGRESQL && !dialect.grammar().effects(sql).isEmpty();
        return unknown ? List.of(new Deed.Runs(shown(sql), false)) : List.of();
    }

    /// Whether a piece of code, its quoted body included, speaks of deleting or of running what it makes up.
    private boolean isDrastic(String sql) {
        return scanner.words(sql.replace('$', ' ').replace('\'', ' ')).stream().anyMatch(DRASTIC::contains);
    }

    private static String shown(String sql) {
        var line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    private Tokens tokens(String sql) {
        return new Tokens(sql, dialect.syntax());
    }

    private static void skipTo(Tokens tokens, String word) {
        while (!tokens.atEnd() && !tokens.accept(word)) {
            tokens.next();
        }
    }

    private List<TableName> tables(Tokens tokens) {
        var found = new ArrayList<TableName>();
        do {
            tokens.accept("ONLY");
            table(tokens).ifPresent(found::add);
        } while (tokens.accept("*", ",") || tokens.accept(","));
        return found;
    }

    private List<String> each(Tokens tokens) {
        var found = new ArrayList<String>();
        do {
            tokens.name().map(names::folded).ifPresent(found::add);
        } while (tokens.accept(","));
        return found;
    }

    private Optional<TableName> table(Tokens tokens) {
        return table(tokens, names);
    }

    static Optional<TableName> table(Tokens tokens, NameWords names) {
        return tokens.name().map(names::folded).flatMap(first -> tokens.accept(".")
                ? tokens.name().map(names::folded).map(second -> new TableName(Optional.of(first), second))
                : Optional.of(TableName.of(first)));
    }
}
