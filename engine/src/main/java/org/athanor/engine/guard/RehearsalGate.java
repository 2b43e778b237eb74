package org.athanor.engine.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.StatementScanner.UnclosedText;
import org.athanor.engine.sql.TransactionWords;

/// Says of a statement why a rehearsal mustn't send it: it would end the transaction that is to be rolled back, or what it
/// does is done outside of any.
public final class RehearsalGate {
    private static final Pattern REACHING_OUT_ON_POSTGRESQL = Pattern.compile(
            "dblink\\w*|pg_file_\\w+|lo_export|http_(get|post|put|patch|delete|head)|pg_(terminate|cancel)_backend|pg_reload_conf|pg_rotate_logfile"
                    + "|pg_switch_wal|pg_promote|pg_wal_replay_\\w+|pg_create_restore_point|pg_(backup_)?(start|stop)\\w*"
                    + "|pg_logical_emit_message|pg_(create|drop|copy)_\\w*replication_slot|pg_replication_\\w+"
                    + "|pg_stat_reset\\w*|pg_(try_)?advisory_(un)?lock(_all|_shared)?");
    private static final Pattern REACHING_OUT_ON_SQLITE = Pattern.compile("load_extension|writefile");
    private static final Set<String> OUTSIDE = Set.of("CHECKPOINT", "LOAD");
    private static final Set<String> PRAGMAS_OUTSIDE = Set.of("WAL_CHECKPOINT", "JOURNAL_MODE", "LOCKING_MODE");
    /// With this off a backslash can hide where a text ends, and what stands behind it.
    public static final String READING_OF_TEXTS = "standard_conforming_strings";
    private static final Pattern CALL = Pattern.compile("([A-Za-z_]\\w*)\"?\\s*\\(");

    private final Dialect dialect;
    private final StatementScanner scanner;
    private final ReadingGate calls;

    public RehearsalGate(Dialect dialect) {
        this.dialect = dialect;
        this.scanner = new StatementScanner(dialect.syntax());
        this.calls = new ReadingGate(dialect.product());
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
        return first.equals("COPY") ? copy(part) : reachingOut(part, first);
    }

    /// What it writes is outside of the database; what it reads may be.
    private Optional<String> copy(String part) {
        var words = scanner.words(part);
        boolean writes = words.contains("TO") && !words.contains("STDOUT");
        return words.contains("PROGRAM") || writes
                ? Optional.of("COPY %s reaches out of the database".formatted(
                        words.contains("PROGRAM") ? "… PROGRAM" : "… TO a file"))
                : Optional.empty();
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
            return CALL.matcher(part).results().map(call -> call.group(1)).filter(this::reachesOut).findFirst()
                    .map(RehearsalGate::named);
        }
        return calls.calls(part).stream().filter(this::reachesOut).findFirst().map(RehearsalGate::named);
    }

    private boolean reachesOut(String function) {
        var pattern = dialect.product() == Product.POSTGRESQL ? REACHING_OUT_ON_POSTGRESQL : REACHING_OUT_ON_SQLITE;
        return pattern.matcher(function.toLowerCase(Locale.ROOT)).matches();
    }

    private static String named(String function) {
        return "what %s() does isn't rolled back".formatted(function);
    }
}
