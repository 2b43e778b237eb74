package org.athanor.engine.script.python.syntax;

import java.text.Normalizer;
import java.util.Arrays;

/// The names of one file, each kept once, and the keywords before them: a hash table over stretches of the source, so
/// that reading a name that was seen before makes no object.
final class Words {
    private static final int FIRST_SIZE = 128;
    private static final Kind[] KEYWORDS = Arrays.stream(Kind.values()).filter(Kind::isKeyword).toArray(Kind[]::new);
    private static final Words ONLY_KEYWORDS = onlyKeywords();

    /// For each hash the number of its word plus one.
    private int[] table;
    private String[] texts;
    private int count;

    private Words(int[] table, String[] texts, int count) {
        this.table = table;
        this.texts = texts;
        this.count = count;
    }

    private static Words onlyKeywords() {
        var words = new Words(new int[FIRST_SIZE], new String[roomIn(FIRST_SIZE)], 0);
        for (var keyword : KEYWORDS) {
            var letters = keyword.written.toCharArray();
            words.number(letters, 0, letters.length, keyword.written.hashCode());
        }
        return words;
    }

    static Words withKeywords() {
        var words = new Words(new int[FIRST_SIZE], new String[roomIn(FIRST_SIZE)], ONLY_KEYWORDS.count);
        System.arraycopy(ONLY_KEYWORDS.table, 0, words.table, 0, FIRST_SIZE);
        System.arraycopy(ONLY_KEYWORDS.texts, 0, words.texts, 0, words.count);
        return words;
    }

    /// A table is filled by half, and grows when it has one word more.
    private static int roomIn(int tableSize) {
        return tableSize / 2 + 1;
    }

    /// The number of a word; `hash` is that of its characters, as a String has it.
    int number(char[] source, int start, int end, int hash) {
        int slot = slot(hash);
        while (table[slot] != 0) {
            if (matches(texts[table[slot] - 1], source, start, end)) {
                return table[slot] - 1;
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = count + 1;
        texts[count] = new String(source, start, end - start);
        if (++count > table.length / 2) {
            grow();
        }
        return count - 1;
    }

    /// The same for a word with letters outside of ASCII, of which Python takes the compatible form.
    int normalized(String word) {
        var name = Normalizer.isNormalized(word, Normalizer.Form.NFKC)
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFKC);
        return number(name.toCharArray(), 0, name.length(), name.hashCode());
    }

    String text(int number) {
        return texts[number];
    }

    static Kind kind(int number) {
        return number < KEYWORDS.length ? KEYWORDS[number] : Kind.NAME;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 7 ^ hash >>> 15) & table.length - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        texts = Arrays.copyOf(texts, roomIn(table.length));
        for (int i = 0; i < count; i++) {
            int slot = slot(texts[i].hashCode());
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = i + 1;
        }
    }

    private static boolean matches(String text, char[] source, int start, int end) {
        int length = end - start;
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != source[start + i]) {
                return false;
            }
        }
        return true;
    }
}
