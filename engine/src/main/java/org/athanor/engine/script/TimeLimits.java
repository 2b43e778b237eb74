package org.athanor.engine.script;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a script's statements may wait for locks, and how long each of them may take; nothing where the script leaves
/// that to the run. Zero is no limit.
public record TimeLimits(Optional<Duration> lock, Optional<Duration> statement) {
    public static final TimeLimits NONE = new TimeLimits(Optional.empty(), Optional.empty());

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|min|h)|0");

    public boolean isNone() {
        return equals(NONE);
    }

    public TimeLimits withLock(Duration limit) {
        return new TimeLimits(Optional.of(limit), statement);
    }

    public TimeLimits withStatement(Duration limit) {
        return new TimeLimits(lock, Optional.of(limit));
    }

    /// The time that a text such as `500ms`, `5s`, `2min`, `1h` or `0` stands for; nothing for any other text.
    public static Optional<Duration> duration(String text) {
        var matcher = DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(1) == null) {
            return Optional.of(Duration.ZERO);
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case String other -> throw new IllegalStateException(other);
        });
    }
}
