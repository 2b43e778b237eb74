package org.athanor.engine.hazard;

import java.util.Locale;

/// A number of rows or values, and how sure it is.
public record Amount(long number, Precision precision) {
    /// Counted; estimated from what the database knows of itself; or counted up to here, and no further.
    public enum Precision {
        EXACT, ABOUT, MORE_THAN;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Amount exactly(long number) {
        return new Amount(number, Precision.EXACT);
    }

    public static Amount about(long number) {
        return new Amount(number, Precision.ABOUT);
    }

    public static Amount moreThan(long number) {
        return new Amount(number, Precision.MORE_THAN);
    }

    /// Whether there is surely nothing.
    public boolean isNone() {
        return number == 0 && precision == Precision.EXACT;
    }

    /// `about 1,200,000 rows`
    public String of(String noun) {
        return this + " " + noun + (number == 1 && precision == Precision.EXACT ? "" : "s");
    }

    @Override
    public String toString() {
        var digits = String.format(Locale.ROOT, "%,d", number);
        return switch (precision) {
            case EXACT -> digits;
            case ABOUT -> "about " + digits;
            case MORE_THAN -> "more than " + digits;
        };
    }
}
