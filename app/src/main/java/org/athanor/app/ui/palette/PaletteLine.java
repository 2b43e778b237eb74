package org.athanor.app.ui.palette;

import java.util.Locale;

/// An entry with its texts as they are looked through, in small letters.
record PaletteLine(PaletteEntry entry, String title, String detail) {
    private static final int NOWHERE = Integer.MAX_VALUE;

    static PaletteLine of(PaletteEntry entry) {
        return new PaletteLine(entry, entry.title().toLowerCase(Locale.ROOT), entry.detail().toLowerCase(Locale.ROOT));
    }

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
        int inTitle = at(title, word);
        if (inTitle >= 0) {
            return inTitle;
        }
        int inDetail = at(detail, word);
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
