package org.athanor.engine.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Tokens;

/// Lets a text through to a read-only session only if it is one statement, of a kind that reads. The session itself keeps
/// statements from writing; the gate keeps them from leaving it, and from what no session forbids, such as writing files.
public final class ReadingGate {
    private static final Set<String> READING = Set.of("SELECT", "WITH", "VALUES", "EXPLAIN");
    private static final Set<String> READING_ON_POSTGRESQL = Set.of("TABLE", "SHOW");
    private static final Set<String> PRAGMAS = Set.of("TABLE_INFO", "TABLE_XINFO", "TABLE_LIST", "INDEX_LIST",
            "INDEX_INFO", "INDEX_XINFO", "FOREIGN_KEY_LIST", "FOREIGN_KEY_CHECK", "INTEGRITY_CHECK", "QUICK_CHECK");
    private static final Set<String> PRAGMAS_WITHOUT_ARGUMENT = Set.of("DATABASE_LIST", "COLLATION_LIST",
            "FUNCTION_LIST", "COMPILE_OPTIONS", "USER_VERSION", "SCHEMA_VERSION", "APPLICATION_ID", "ENCODING",
            "PAGE_COUNT", "PAGE_SIZE", "FREELIST_COUNT", "FOREIGN_KEYS", "QUERY_ONLY", "DATA_VERSION", "JOURNAL_MODE");
    private final Product product;
    private final SqlSyntax syntax;
    private final TextReader reader;

    public ReadingGate(Product product) {
        this.product = product;
        this.syntax = product == Product.POSTGRESQL ? SqlSyntax.POSTGRESQL : SqlSyntax.SQLITE;
        this.reader = new TextReader(syntax);
    }

    /// Why a text isn't let through, if it isn't.
    public Optional<String> objection(String sql) {
        return reader.objection(sql, statements -> statements.size() == 1
                ? objectionToOne(sql)
                : Optional.of("it is not one statement alone"));
    }

    private Optional<String> objectionToOne(String sql) {
        var tokens = new Tokens(sql, syntax);
        while (tokens.accept("(")) {
            // A query may stand in parentheses.
        }
        var first = tokens.atWord() ? tokens.next().toUpperCase(Locale.ROOT) : "";
        if (product == Product.SQLITE && first.equals("PRAGMA")) {
            return pragma(tokens);
        }
        if (!READING.contains(first) && !(product == Product.POSTGRESQL && READING_ON_POSTGRESQL.contains(first))) {
            return Optional.of("%s is no statement that reads".formatted(first.isEmpty() ? "this" : first));
        }
        var calls = reader.calls(sql);
        return calls.stream().filter(name -> Functions.reachesBeyond(product, name)).findFirst()
                .map("%s() reaches out of the database"::formatted)
                .or(() -> calls.stream().filter(name -> Functions.readsByText(product, name)).findFirst()
                        .map("%s() reads what a text names"::formatted));
    }

    private static Optional<String> pragma(Tokens tokens) {
        var name = tokens.name().map(n -> n.text().toUpperCase(Locale.ROOT)).orElse("");
        if (tokens.accept(".")) {
            name = tokens.name().map(n -> n.text().toUpperCase(Locale.ROOT)).orElse("");
        }
        tokens.accept(";");
        boolean reads = tokens.atEnd()
                ? PRAGMAS.contains(name) || PRAGMAS_WITHOUT_ARGUMENT.contains(name)
                : PRAGMAS.contains(name) && tokens.at("(");
        return reads ? Optional.empty() : Optional.of("this PRAGMA is not known to read only");
    }
}
