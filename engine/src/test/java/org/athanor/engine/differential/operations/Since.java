package org.athanor.engine.differential.operations;

import java.util.Arrays;
import java.util.List;

/// A version of Alembic or SQLAlchemy from which on a case holds, as `Alembic 1.14`.
record Since(String library, List<Integer> version) {
    Since {
        version = List.copyOf(version);
    }

    static Since parse(String text) {
        var words = text.split(" ", 3);
        return new Since(words[0], numbers(words[1]));
    }

    /// Whether these versions are old enough to say something else: Alembic's and SQLAlchemy's, as `1.8.1 1.4.46`.
    boolean isAfter(String versions) {
        var both = versions.split(" ", 2);
        var there = numbers(library.equals("Alembic") ? both[0] : both[1]);
        for (int i = 0; i < version.size(); i++) {
            int have = i < there.size() ? there.get(i) : 0;
            if (have != version.get(i)) {
                return have < version.get(i);
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+", -1)).filter(part -> !part.isEmpty()).map(Integer::valueOf)
                .toList();
    }

    @Override
    public String toString() {
        return library + " " + String.join(".", version.stream().map(String::valueOf).toList());
    }
}
