package org.athanor.engine.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.TransactionWords;

/// Says of a statement why a rehearsal mustn't send it: it would end the transaction that is to be rolled back, or what it
/// does is done outside of any.
public final class RehearsalGate {
    private static final Set<String> OUTSIDE = Set.of("CHECKPOINT", "LOAD");
    private static final Set<String> PRAGMAS_OUTSIDE = Set.of("WAL_CHECKPOINT", "JOURNAL_MODE", "LOCKING_MODE");
    /// With this off a backslash can hide where a text ends, and what stands behind it.
    public static final String READING_OF_TEXTS = "standard_conforming_strings";

    private final Dialect dialect;
    private final TextReader reader;
    private final StatementScanner scanner;

    public RehearsalGate(Dialect dialect) {
        this.dialect = dialect;
        this.reader = new TextReader(dialect.syntax());
        this.scanner = reader.scanner();
    }

    /// Why it isn't sent, if it isn't.
    public Optional<String> objection(Statement statement) {
        return reader.objection(statement.text(), parts -> objection(statement, parts));
    }

    private Optional<String> objection(Statement statement, List<String> parts) {
        var text = statement.text();
        var control = parts.stream().anyMatch(part -> TransactionWords.areIn(scanner.leadingWords(part, 4)));
        if (control || dialect.product() == Product.POSTGRESQL
                && TransactionWords.mayBeIn(text, dialect.syntax())) {
            return Optional.of("it would end the transaction that is to be rolled back");
        }
        if (text.toLowerCase(Locale.ROOT).contains(READING_OF_TEXTS)) {
            return Optional.of("where the texts after it end couldn't be told");
        }
        if (!statement.transactional()) {
            return Optional.of("it runs outside of a transaction, and would stay");
        }
        return parts.stream().flatMap(part -> outside(part).stream()).findFirst();
    }

    private Optional<String> outside(String part) {
        var words = scanner.leadingWords(part, 6);
        var first = words.isEmpty() ? "" : words.getFirst();
        if (!dialect.runsInTransaction(words) || OUTSIDE.contains(first)
                || first.equals("PRAGMA") && words.size() > 1 && PRAGMAS_OUTSIDE.contains(words.get(1))) {
            return Optional.of("%s isn't part of any transaction".formatted(
                    String.join(" ", words.subList(0, Math.min(2, words.size())))));
        }
        return first.equals("COPY")
                ? CopyReach.of(scanner, part).map("%s reaches out of the database"::formatted)
                : reachingOut(part, first);
    }

    private Optional<String> reachingOut(String part, String first) {
        return first.equals("DO") && part.matches("(?is).*\\bcopy\\b.*\\b(program|to)\\b.*")
                ? Optional.of("its COPY may reach out of the database")
                : lasting(reader.calls(part));
    }

    private Optional<String> lasting(Set<String> functions) {
        return functions.stream().filter(name -> Functions.outlivesRollback(dialect.product(), name)).findFirst()
                .map(RehearsalGate::named);
    }

    private static String named(String function) {
        return "what %s() does isn't rolled back".formatted(function);
    }
}
