package org.athanor.app.ui.palette;

import java.util.Locale;

/// One line of the palette. `sort` is what it is, in a word; `detail` is found, too; `key` and `whyNot` may be empty.
public record PaletteEntry(String sort, String title, String detail, String key, String whyNot, Runnable deed) {
    private static final int NOWHERE = Integer.MAX_VALUE;

    /// How well the typed words fit, the smaller the better; `NOWHERE` if one of them is missing. A word at the beginning
    /// counts more than one inside, and the title more than the detail.
    int distance(String[] words) {
        int sum = 0;
        for (var word : words) {
            int distance = distance(word);
            if (distance == NOWHERE) {
                return NOWHERE;
            }
            sum += distance;
        }
        return sum;
    }

    static boolean isFound(int distance) {
        return distance != NOWHERE;
    }

    private int distance(String word) {
        int inTitle = at(title.toLowerCase(Locale.ROOT), word);
        if (inTitle >= 0) {
            return inTitle;
        }
        int inDetail = at(detail.toLowerCase(Locale.ROOT), word);
        return inDetail >= 0 ? 100 + inDetail : NOWHERE;
    }

    /// 0 at the start, 10 at the start of a word, 20 inside of one, and less than 0 where it isn't.
    private static int at(String text, String word) {
        int place = text.indexOf(word);
        if (place <= 0) {
            return place;
        }
        for (int i = place; i >= 0; i = text.indexOf(word, i + 1)) {
            if (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))) {
                return 10;
            }
        }
        return 20;
    }
}
