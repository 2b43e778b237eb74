package org.athanor.engine.script.python.value;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;

/// What one evaluation may still use: steps, and cells (an element of a container, a character of a text). A hostile
/// file runs out of them. Should one step take much longer than others, the clock on the wall ends it; that is set so late
/// that waiting for a busy machine doesn't count. For the file itself time stands still meanwhile.
public final class Budget {
    private static final ScopedValue<Budget> CURRENT = ScopedValue.newInstance();
    private static final int DEEPEST = 300;
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int STEPS_BETWEEN_LOOKS = 1 << 12;

    private final long deadline = System.nanoTime() + LONGEST.toNanos();

    private final Set<Value> beingWritten = Collections.newSetFromMap(new IdentityHashMap<>());
    private final InstantSource clock;
    private long steps;
    private long cells;
    private int depth;

    public Budget(long steps, long cells, InstantSource clock) {
        this.clock = clock;
        this.steps = steps;
        this.cells = cells;
    }

    /// The result of the action, which uses this budget; whatever it calls finds it.
    public <T> T during(Supplier<T> action) {
        return ScopedValue.where(CURRENT, this).call(action::get);
    }

    /// The moment of the evaluation.
    static Instant now() {
        if (!CURRENT.isBound()) {
            throw PythonFault.unreadable("What time it is isn't known here");
        }
        return CURRENT.get().clock.instant();
    }

    public boolean isCurrent() {
        return CURRENT.isBound() && CURRENT.get() == this;
    }

    public void step() {
        if (--steps < 0) {
            throw PythonFault
                    .exhausted("The file computes for too long: more than a revision may. Does a loop never end?");
        }
        if (steps % STEPS_BETWEEN_LOOKS == 0) {
            look();
        }
    }

    private void look() {
        if (System.nanoTime() - deadline > 0) {
            throw PythonFault.exhausted("The file computes for too long: more than %d seconds. Does a loop never end?"
                    .formatted(LONGEST.toSeconds()));
        }
    }

    /// One function deeper.
    public void descend() {
        if (++depth > DEEPEST) {
            depth--;
            throw PythonFault.exhausted("The functions call each other too deeply: more than " + DEEPEST
                    + " levels. Does a function call itself without an end?");
        }
    }

    public void ascend() {
        depth--;
    }

    private void use(long usedSteps, long usedCells) {
        long before = steps / STEPS_BETWEEN_LOOKS;
        steps -= usedSteps;
        cells -= usedCells;
        if (steps / STEPS_BETWEEN_LOOKS != before) {
            look();
        }
        if (cells < 0 || usedCells < 0) {
            throw PythonFault.exhausted("The file's values become too large: more than a revision may hold");
        }
        if (steps < 0) {
            throw PythonFault
                    .exhausted("The file computes for too long: more than a revision may. Does a loop never end?");
        }
    }

    /// Takes room for elements or characters of a new value.
    public static void room(long count) {
        if (count > 8 && CURRENT.isBound()) {
            CURRENT.get().use(count >> 3, count);
        } else if (count > 100_000_000) {
            throw PythonFault.exhausted("A value of %,d elements is more than a revision may hold".formatted(count));
        }
    }

    /// Ends the evaluation if a new value, which will take its room itself, is too large to be made.
    static void fits(long count) {
        long most = CURRENT.isBound() ? CURRENT.get().cells : 100_000_000;
        if (count > most) {
            throw PythonFault.exhausted("The file's values become too large: more than a revision may hold");
        }
    }

    /// Takes time for work that is more than one step.
    public static void time(long count) {
        if (count > 0 && CURRENT.isBound()) {
            CURRENT.get().use(count, 0);
        }
    }

    /// `repr` of a container: shorter, if it is inside of itself.
    static String writing(Value container, String inside, Supplier<String> text) {
        if (!CURRENT.isBound()) {
            return text.get();
        }
        var writing = CURRENT.get().beingWritten;
        if (!writing.add(container)) {
            return inside;
        }
        try {
            return text.get();
        } finally {
            writing.remove(container);
        }
    }
}
