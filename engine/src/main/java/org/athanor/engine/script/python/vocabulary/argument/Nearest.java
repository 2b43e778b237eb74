package org.athanor.engine.script.python.vocabulary.argument;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the word that somebody probably meant.
public final class Nearest {
    private Nearest() {}

    /// The nearest of some names, if one is near.
    public static Optional<String> of(String word, Collection<String> names) {
        int most = Math.max(1, word.length() / 4);
        return names.stream().filter(n -> distance(word, n) <= most)
                .min(Comparator.comparingInt((String n) -> distance(word, n)).thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
