package org.athanor.engine.type;

/// The name of a constraint, index or type. A made one comes from a naming convention and is shortened where a product
/// allows fewer characters; a written one is kept as it is.
public record Name(String text, boolean made) {
    public Name {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A name is never empty");
        }
    }

    public static Name written(String text) {
        return new Name(text, false);
    }

    public static Name made(String text) {
        return new Name(text, true);
    }

    @Override
    public String toString() {
        return text;
    }
}
