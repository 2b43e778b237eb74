package org.athanor.engine.hazard;

import java.util.Optional;

/// How much a hazard touches: rows of the table, values of the column, bytes on the disk; each as far as it is known.
public record Extent(Optional<Amount> rows, Optional<Amount> values, Optional<Long> bytes) {
    public static final Extent UNKNOWN = new Extent(Optional.empty(), Optional.empty(), Optional.empty());

    private static final long FEW_ROWS = 10_000;
    private static final long FEW_BYTES = 10L << 20;

    /// Whether the table surely has no rows.
    public boolean isEmpty() {
        return rows.filter(Amount::isNone).isPresent();
    }

    /// Whether a pass over the table is over in no time.
    public boolean isSmall() {
        return rows.filter(r -> r.precision() == Amount.Precision.EXACT && r.number() <= FEW_ROWS).isPresent()
                && bytes.filter(b -> b > FEW_BYTES).isEmpty();
    }

    /// `about 1,200,000 rows, 240 MB`
    String text() {
        var size = bytes.filter(b -> b >= 1 << 20).map(b -> ", " + (b >> 20) + " MB").orElse("");
        return rows.map(r -> r.of("row") + size).orElse("an unknown number of rows");
    }
}
