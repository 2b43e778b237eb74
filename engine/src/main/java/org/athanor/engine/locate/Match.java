package org.athanor.engine.locate;

import java.util.List;

/// Places that the schema doesn't tell apart, oldest first, and what speaks against them.
public record Match(List<Place> places, Finding finding) {
    public Match {
        places = List.copyOf(places);
    }

    public boolean isExact() {
        return finding.isExact();
    }
}
