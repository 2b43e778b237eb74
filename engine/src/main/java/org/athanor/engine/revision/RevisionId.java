package org.athanor.engine.revision;

import java.util.List;

/// The name of one revision, as its file states it.
public record RevisionId(String value) implements Comparable<RevisionId> {
    /// The words that stand for a place in the graph, and so for no revision of their own.
    public static final List<String> WORDS = List.of("head", "heads", "base", "current");

    public RevisionId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A revision id is never empty");
        }
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    /// Written out, because a program that has just started needs long to make these two itself.
    @Override
    public boolean equals(Object other) {
        return other instanceof RevisionId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
