package org.athanor.engine.script.python.value;

import java.math.BigDecimal;

/// `Decimal`: a number with the digits that were written.
public record Exact(BigDecimal value) implements Value {
    @Override
    public String typeName() {
        return "Decimal";
    }

    @Override
    public boolean truth() {
        return value.signum() != 0;
    }

    /// As Python writes it: with an exponent where the number is far from its digits.
    static String written(BigDecimal value) {
        return value.toString();
    }

    @Override
    public String written() {
        return "Decimal('%s')".formatted(shown());
    }

    @Override
    public String shown() {
        return written(value);
    }

    @Override
    public String format(String specification) {
        return specification.isEmpty() ? shown() : FormatSpecification.of(specification).exact(value);
    }
}
