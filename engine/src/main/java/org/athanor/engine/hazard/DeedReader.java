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
import org.athanor.engine.sql.Calls;
import org.athanor.engine.sql.Doubts;
import org.athanor.engine.sql.Secrets;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.Tokens;

/// Reads what statements do from their texts: the very texts that a run sends.
final class DeedReader {
    private static final Set<String> DRASTIC = Set.of("DROP", "TRUNCATE", "DELETE", "EXECUTE", "CALL", "PERFORM");
    /// Where a table's name surely has been said in a `CREATE TABLE`: its columns needn't be taken apart.
    private static final int HEAD = 300;
    /// Without any of these signs a text is one statement, read in one way.
    private static final String MAY_BE_DOUBTFUL = ";\\${}&\0\uFEFF";

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
        if (text.chars().noneMatch(c -> MAY_BE_DOUBTFUL.indexOf(c) >= 0)) {
            return one(text);
        }
        if (Doubts.in(text, dialect.syntax()).isPresent()) {
            return List.of(new Deed.Runs("SQL that can't be taken apart", true));
        }
        try {
            return scanner.scan(text, 1).stream().flatMap(statement -> one(statement.text()).stream()).toList();
        } catch (StatementScanner.UnclosedText _) {
            return List.of(new Deed.Runs("SQL that can't be taken apart", true));
        }
    }

    private List<Deed> one(String sql) {
        var words = scanner.leadingWords(sql, 6);
        if (words.isEmpty()) {
            return rows(sql);
        }
        return switch (words.getFirst()) {
            case "CREATE" -> create(sql, words);
            case "ALTER" -> alter(sql, words);
            case "DROP" -> new DropReader(names, tokens(sql)).deeds();
            case "TRUNCATE" -> truncate(tokens(sql));
            case "INSERT", "REPLACE" -> fill(sql);
            case "SELECT" -> select(sql);
            case "WITH", "MERGE", "UPDATE", "DELETE", "VALUES", "PREPARE", "DECLARE" -> rows(sql);
            case "EXPLAIN" -> explain(sql);
            case "COPY" -> copy(sql);
            case "DO" -> code(sql);
            case "CALL", "EXECUTE", "LOAD", "ATTACH", "BACKUP", "RESTORE" -> List.of(new Deed.Runs(shown(sql), true));
            case "VACUUM", "CLUSTER", "REINDEX", "REFRESH", "LOCK" -> new Upkeep(names, tokens(sql)).deeds();
            case "PRAGMA" -> sql.toLowerCase(Locale.ROOT).contains("writable_schema")
                    ? List.of(new Deed.Runs(shown(sql), true))
                    : List.of();
            default -> List.of();
        };
    }

    private List<Deed> rows(String sql) {
        return new RowsReader(dialect, names, sql).deeds();
    }

    /// Without `ANALYZE` nothing is done.
    private List<Deed> explain(String sql) {
        var tokens = tokens(sql);
        tokens.next();
        boolean runs = tokens.at("(")
                ? tokens.inParentheses().orElse("").toUpperCase(Locale.ROOT).contains("ANALYZE")
                : tokens.accept("ANALYZE") || tokens.accept("VERBOSE", "ANALYZE");
        tokens.accept("VERBOSE");
        return runs && !tokens.atEnd() ? one(sql.substring(tokens.start(tokens.position()))) : List.of();
    }

    /// What it writes or starts is outside of the database; a query in it may change rows.
    private List<Deed> copy(String sql) {
        var tokens = tokens(sql);
        tokens.next();
        var deeds = new ArrayList<Deed>(tokens.at("(") ? rows(tokens.inParentheses().orElse("")) : List.of());
        while (!tokens.atEnd() && !tokens.at("FROM") && !tokens.at("TO")) {
            tokens.next();
        }
        boolean writes = tokens.at("TO") && !tokens.at("TO", "STDOUT");
        if (writes || tokens.at("FROM", "PROGRAM")) {
            deeds.add(new Deed.Runs(shown(sql), true));
        }
        return deeds;
    }

    private List<Deed> alter(String sql, List<String> words) {
        if (words.contains("TYPE") && scanner.words(sql).containsAll(List.of("DROP", "ATTRIBUTE"))) {
            return List.of(new Deed.DropsDependents("the attribute"));
        }
        return words.contains("TABLE") ? new AlterationReader(dialect, tokens(sql)).deeds() : List.of();
    }

    private List<Deed> create(String sql, List<String> words) {
        if (words.contains("FUNCTION") || words.contains("PROCEDURE")) {
            return createFunction(sql);
        }
        if (words.contains("TABLE") || words.contains("SEQUENCE") || words.contains("MATERIALIZED")) {
            var deeds = new ArrayList<>(createTable(tokens(sql.length() > HEAD ? sql.substring(0, HEAD) : sql), words));
            filling(sql).ifPresent(query -> deeds.addAll(rows(query)));
            return deeds;
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

    /// One that says that it only computes is believed.
    private List<Deed> createFunction(String sql) {
        var words = scanner.words(sql);
        if (words.contains("IMMUTABLE") || words.contains("STABLE")) {
            return List.of();
        }
        var tokens = tokens(sql);
        while (!tokens.atEnd() && !tokens.accept("FUNCTION") && !tokens.accept("PROCEDURE")) {
            tokens.next();
        }
        return table(tokens).<List<Deed>>map(name -> List.of(new Deed.CreatesFunction(name.name()))).orElse(List.of());
    }

    /// The query that a new table is filled from.
    private Optional<String> filling(String sql) {
        var tokens = tokens(sql);
        while (!tokens.atEnd()) {
            if (tokens.accept("AS") && (tokens.at("SELECT") || tokens.at("WITH") || tokens.at("VALUES")
                    || tokens.at("EXECUTE") || tokens.at("("))) {
                return Optional.of(sql.substring(tokens.start(tokens.position())));
            }
            if (tokens.at("(")) {
                tokens.skipParentheses();
            } else if (!tokens.atEnd()) {
                tokens.next();
            }
        }
        return Optional.empty();
    }

    private List<Deed> createTable(Tokens tokens, List<String> words) {
        if (words.contains("TEMP") || words.contains("TEMPORARY") || words.contains("FOREIGN")) {
            return List.of();
        }
        while (!tokens.atEnd() && !tokens.at("TABLE") && !tokens.at("SEQUENCE") && !tokens.at("VIEW")) {
            tokens.next();
        }
        boolean isTable = tokens.at("TABLE");
        tokens.moveTo(Math.min(tokens.position() + 1, tokens.size()));
        boolean ifNotExists = tokens.accept("IF", "NOT", "EXISTS");
        return table(tokens).<List<Deed>>map(name -> List.of(isTable
                ? new Deed.CreatesTable(name, ifNotExists)
                : new Deed.CreatesHolder(name))).orElse(List.of());
    }

    private List<Deed> truncate(Tokens tokens) {
        tokens.accept("TRUNCATE");
        tokens.accept("TABLE");
        tokens.accept("ONLY");
        return tables(tokens).stream().<Deed>map(Deed.Truncates::new).toList();
    }

    /// A `SELECT` that fills a table; rows that are written out take nothing from anywhere.
    private List<Deed> fill(String sql) {
        var deeds = new ArrayList<>(rows(sql));
        var tokens = tokens(sql);
        skipTo(tokens, "INTO");
        var table = table(tokens);
        while (!tokens.atEnd() && !tokens.at("VALUES")) {
            if (tokens.at("SELECT")) {
                table.ifPresent(t -> deeds.addFirst(new Deed.Fills(t, sql)));
                return deeds;
            }
            tokens.next();
        }
        return deeds;
    }

    private List<Deed> select(String sql) {
        var deeds = new ArrayList<Deed>();
        if (scanner.words(sql).contains("INTO")) {
            var tokens = tokens(sql);
            skipTo(tokens, "INTO");
            tokens.accept("UNLOGGED");
            tokens.accept("TABLE");
            boolean temporary = tokens.at("TEMP") || tokens.at("TEMPORARY");
            table(tokens).filter(_ -> !temporary).ifPresent(t -> deeds.add(new Deed.CreatesTable(t, false)));
        }
        deeds.addAll(rows(sql));
        return deeds;
    }

    /// A `DO`: its body is code, though it stands in quotes.
    private List<Deed> code(String sql) {
        var body = sql.replace('$', ' ').replace('\'', ' ');
        var words = scanner.words(body);
        boolean readable = !words.contains("LANGUAGE") || words.contains("PLPGSQL");
        boolean escaped = sql.contains("\\") || sql.indexOf("U&") >= 0;
        if (!readable || escaped || words.stream().anyMatch(DRASTIC::contains)) {
            return List.of(new Deed.Runs(shown(sql), true));
        }
        var deeds = new ArrayList<>(List.<Deed>of(new Deed.Runs(shown(sql), false)));
        deeds.add(new Deed.Calls(shown(sql), Set.of(), Calls.in(body, dialect.syntax())));
        rows(body).stream().filter(deed -> deed instanceof Deed.ClearsColumn).forEach(deeds::add);
        return deeds;
    }

    /// Without the secrets in it, and cut only then.
    static String shown(String sql) {
        var line = Secrets.blank(sql).strip().replaceAll("\\s+", " ");
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

    private Optional<TableName> table(Tokens tokens) {
        return table(tokens, names);
    }

    static Optional<TableName> table(Tokens tokens, NameWords names) {
        return tokens.name().map(names::folded).flatMap(first -> tokens.accept(".")
                ? tokens.name().map(names::folded).map(second -> new TableName(Optional.of(first), second))
                : Optional.of(TableName.of(first)));
    }
}
