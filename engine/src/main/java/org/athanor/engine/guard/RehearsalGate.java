package org.athanor.engine.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.Calls;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.StatementScanner.UnclosedText;
import org.athanor.engine.sql.TransactionWords;

/// Says of a statement why a rehearsal mustn't send it: it would end the transaction that is to be rolled back, or what it
/// does is done outside of any.
public final class RehearsalGate {
    private static final Set<String> OUTSIDE = Set.of("CHECKPOINT", "LOAD");
    private static final Set<String> PRAGMAS_OUTSIDE = Set.of("WAL_CHECKPOINT", "JOURNAL_MODE", "LOCKING_MODE");
    /// With this off a backslash can hide where a text ends, and what stands behind it.
    public static final String READING_OF_TEXTS = "standard_conforming_strings";

    private final Dialect dialect;
    private final StatementScanner scanner;

    public RehearsalGate(Dialect dialect) {
        this.dialect = dialect;
        this.scanner = new StatementScanner(dialect.syntax());
    }

    /// Why it isn't sent, if it isn't.
    public Optional<String> objection(Statement statement) {
        var text = statement.text();
        List<Statement> parts;
        try {
            parts = scanner.scan(text, 1);
        } catch (UnclosedText _) {
            return Optional.of("a quote or comment opens and never closes");
        }
        var control = parts.stream().anyMatch(part -> TransactionWords.areIn(scanner.leadingWords(part.text(), 4)));
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
        return parts.stream().flatMap(part -> outside(part.text()).stream()).findFirst();
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

    /// The body of a `DO` is code that runs at once, though it stands in quotes; that of a function only is put away.
    private Optional<String> reachingOut(String part, String first) {
        if (first.equals("CREATE")) {
            return Optional.empty();
        }
        if (first.equals("DO")) {
            if (part.matches("(?is).*\\bcopy\\b.*\\b(program|to)\\b.*")) {
                return Optional.of("its COPY may reach out of the database");
            }
            return lasting(Calls.inBody(part));
        }
        return lasting(Calls.in(part, dialect.syntax()));
    }

    private Optional<String> lasting(Set<String> functions) {
        return functions.stream().filter(name -> Functions.outlivesRollback(dialect.product(), name)).findFirst()
                .map(RehearsalGate::named);
    }

    private static String named(String function) {
        return "what %s() does isn't rolled back".formatted(function);
    }
}
