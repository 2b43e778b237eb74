package org.athanor.engine.template;

import java.time.ZonedDateTime;
import java.util.List;

/// What a name of a template stands for.
public sealed interface Value {
    Value NONE = new None();

    record None() implements Value {}

    record Flag(boolean flag) implements Value {}

    record Whole(long number) implements Value {}

    record Text(String text) implements Value {}

    /// A Python tuple.
    record Tuple(List<Value> elements) implements Value {
        public Tuple {
            elements = List.copyOf(elements);
        }
    }

    /// A Python list.
    record Listing(List<Value> elements) implements Value {
        public Listing {
            elements = List.copyOf(elements);
        }
    }

    /// A date and time; `zoned` tells whether its offset is part of it.
    record Moment(ZonedDateTime time, boolean zoned) implements Value {}

    /// A name that is known but has no value here. It counts as false; where it is printed all the same, it is `shown`.
    record Unset(String shown) implements Value {}

    /// A name that nobody knows. It counts as false and can't be printed.
    record Unknown(String name) implements Value {}

    static Value text(String text) {
        return new Text(text);
    }

    static Value tuple(List<String> texts) {
        return new Tuple(texts.stream().map(Value::text).toList());
    }

    /// Nothing as None, one as itself, several as a tuple: how Alembic writes parents.
    static Value scalarOrTuple(List<String> texts) {
        return texts.size() > 1 ? tuple(texts) : scalar(texts);
    }

    /// Nothing as None, one as itself, several as a list: how Alembic writes dependencies.
    static Value scalarOrList(List<String> texts) {
        return texts.size() > 1 ? new Listing(texts.stream().map(Value::text).toList()) : scalar(texts);
    }

    private static Value scalar(List<String> texts) {
        return texts.isEmpty() ? NONE : text(texts.getFirst());
    }
}
