package org.athanor.engine.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.athanor.engine.script.TimeLimits;
import org.athanor.engine.sql.Statement;

/// A script's time limits as PostgreSQL's settings, and the way back.
record TimeLimitsSql(List<Statement> set, List<Statement> reset) {
    static final TimeLimitsSql NONE = new TimeLimitsSql(List.of(), List.of());

    static TimeLimitsSql of(TimeLimits limits) {
        return new TimeLimitsSql(
                Stream.concat(set("lock_timeout", limits.lock()), set("statement_timeout", limits.statement()))
                        .toList(),
                Stream.concat(reset("lock_timeout", limits.lock()), reset("statement_timeout", limits.statement()))
                        .toList());
    }

    private static Stream<Statement> set(String setting, Optional<Duration> limit) {
        return limit.stream().map(d -> Statement.of("SET %s = '%dms'".formatted(setting, d.toMillis())));
    }

    private static Stream<Statement> reset(String setting, Optional<Duration> limit) {
        return limit.stream().map(_ -> Statement.of("RESET " + setting));
    }
}
