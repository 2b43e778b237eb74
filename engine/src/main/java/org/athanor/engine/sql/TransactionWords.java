package org.athanor.engine.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which statements begin and end transactions. A script has none of its own: the step's transaction is ours.
public final class TransactionWords {
    private static final Set<String> WORDS = Set.of("BEGIN", "COMMIT", "ROLLBACK", "END", "ABORT");

    private TransactionWords() {}

    /// Whether a statement that starts with these words, in upper case, begins or ends a transaction. Savepoints don't.
    public static boolean areIn(List<String> leadingWords) {
        if (leadingWords.isEmpty()) {
            return false;
        }
        var second = leadingWords.size() > 1 ? leadingWords.get(1) : "";
        return switch (leadingWords.getFirst()) {
            case "ROLLBACK" -> !leadingWords.contains("TO");
            case "START", "PREPARE" -> second.equals("TRANSACTION");
            default -> WORDS.contains(leadingWords.getFirst());
        };
    }

    /// Whether such words stand behind any semicolon of a text, or at its start, however the text would be cut: for whoever
    /// can't afford to be wrong. The `END` that closes a body (`BEGIN ATOMIC … END`) is no such word.
    public static boolean mayBeIn(String text, SqlSyntax syntax) {
        var tokens = new Tokens(text, syntax);
        boolean atStart = true;
        int bodies = 0;
        while (!tokens.atEnd()) {
            if (atStart && tokens.atWord()) {
                var words = wordsAhead(tokens);
                boolean closes = words.getFirst().equals("END") && bodies > 0;
                if (areIn(words) && !closes) {
                    return true;
                }
                bodies -= closes ? 1 : 0;
            }
            bodies += tokens.at("BEGIN", "ATOMIC") ? 1 : 0;
            atStart = tokens.at(";") || tokens.at("ATOMIC");
            tokens.next();
        }
        return false;
    }

    private static List<String> wordsAhead(Tokens tokens) {
        int start = tokens.position();
        var words = new ArrayList<String>();
        while (words.size() < 4 && tokens.atWord()) {
            words.add(tokens.next().toUpperCase(Locale.ROOT));
        }
        tokens.moveTo(start);
        return words;
    }
}
