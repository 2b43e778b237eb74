package org.athanor.app.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.ArgSpec;

/// What a call says for one option or parameter, once the words of the call are read.
final class Given<T> {
    private final ArgSpec asked;
    private final Function<@Nullable Object, T> reading;

    private Given(ArgSpec asked, Function<@Nullable Object, T> reading) {
        this.asked = asked;
        this.reading = reading;
    }

    static Given<Boolean> flag(ArgSpec asked) {
        return new Given<>(asked, value -> value != null && (boolean) value);
    }

    static <T> Given<T> needed(ArgSpec asked, Class<T> type) {
        return new Given<>(asked, value -> type.cast(Objects.requireNonNull(value)));
    }

    static Given<String> or(String otherwise, ArgSpec asked) {
        return new Given<>(asked, value -> value == null ? otherwise : (String) value);
    }

    static <T> Given<Optional<T>> optional(ArgSpec asked, Class<T> type) {
        return new Given<>(asked, value -> Optional.ofNullable(value).map(type::cast));
    }

    static Given<List<String>> several(ArgSpec asked) {
        return new Given<>(asked,
                value -> value == null ? List.of() : ((List<?>) value).stream().map(String.class::cast).toList());
    }

    T get() {
        return reading.apply(asked.getValue());
    }
}
