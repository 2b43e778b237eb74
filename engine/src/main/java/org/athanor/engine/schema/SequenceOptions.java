package org.athanor.engine.schema;

import java.util.Optional;

/// How a sequence counts, as far as that is said.
public record SequenceOptions(Optional<Long> start, Optional<Long> increment, Optional<Long> minValue,
        Optional<Long> maxValue, boolean noMinValue, boolean noMaxValue, Optional<Boolean> cycle,
        Optional<Long> cache) {
    public static final SequenceOptions NONE = new SequenceOptions(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), false, false, Optional.empty(), Optional.empty());
}
