package org.athanor.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.Refusal;

/// Catches a refusal, to look at the problem it carries.
public final class Refusals {
    private Refusals() {}

    public static Problem refused(ThrowingCallable call) {
        return assertThatExceptionOfType(Refusal.class).isThrownBy(call).actual().problem();
    }

    /// Kind and message of the problem on one line: `bad-url: The database URL …`.
    public static String refusal(ThrowingCallable call) {
        var problem = refused(call);
        return problem.kind().code() + ": " + problem.message();
    }
}
