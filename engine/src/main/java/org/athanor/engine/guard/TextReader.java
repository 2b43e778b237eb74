package org.athanor.engine.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.athanor.engine.sql.Calls;
import org.athanor.engine.sql.Doubts;
import org.athanor.engine.sql.SqlSyntax;
import org.athanor.engine.sql.Statement;
import org.athanor.engine.sql.StatementScanner;
import org.athanor.engine.sql.StatementScanner.UnclosedText;

/// How all gates read a text: nothing of it may be doubtful, and then it is judged statement by statement.
final class TextReader {
    private final SqlSyntax syntax;
    private final StatementScanner scanner;

    TextReader(SqlSyntax syntax) {
        this.syntax = syntax;
        this.scanner = new StatementScanner(syntax);
    }

    StatementScanner scanner() {
        return scanner;
    }

    /// Why a text isn't let through: because nobody can tell where its statements end, or because of what they are.
    Optional<String> objection(String sql, Function<List<String>, Optional<String>> judge) {
        var doubt = Doubts.in(sql, syntax);
        if (doubt.isPresent()) {
            return doubt;
        }
        try {
            return judge.apply(scanner.scan(sql, 1).stream().map(Statement::text).toList());
        } catch (UnclosedText e) {
            throw new IllegalStateException("What never closes is a doubt", e);
        }
    }

    /// What a statement may call as soon as it is sent. The body of a `DO` is code that runs at once, though it stands in
    /// quotes; that of a function, or a view, only is put away.
    Set<String> calls(String statement) {
        var words = scanner.leadingWords(statement, 6);
        return switch (words.isEmpty() ? "" : words.getFirst().toUpperCase(Locale.ROOT)) {
            case "CREATE" -> words.contains("TABLE") || words.contains("MATERIALIZED")
                    ? Calls.in(statement, syntax)
                    : Set.of();
            case "DO" -> Calls.inBody(statement);
            default -> Calls.in(statement, syntax);
        };
    }
}
