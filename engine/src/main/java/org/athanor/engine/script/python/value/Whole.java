package org.athanor.engine.script.python.value;

import java.math.BigInteger;

/// `int`.
public record Whole(BigInteger value) implements Value {
    public static Whole of(long value) {
        return new Whole(BigInteger.valueOf(value));
    }

    @Override
    public String typeName() {
        return "int";
    }

    @Override
    public boolean truth() {
        return value.signum() != 0;
    }

    @Override
    public String written() {
        return value.toString();
    }
}
