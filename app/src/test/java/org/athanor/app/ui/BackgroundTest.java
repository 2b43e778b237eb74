package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final List<String> order = new ArrayList<>();
    private final Background background = new Background(work -> record("worker", work),
            news -> record("screen", news), () -> order.add("end"));

    @Test
    void work_is_done_by_the_worker_and_its_answer_arrives_on_the_screen() {
        background.run(() -> "answer", order::add, _ -> order.add("refused"));

        assertThat(order).containsExactly("worker", "screen", "answer");
    }

    @Test
    void a_refusal_arrives_as_its_problems() {
        background.run(() -> {
            throw new Refusal(ProblemKind.USAGE, "no", "");
        }, _ -> order.add("done"), problems -> order.add(problems.getFirst().message()));

        assertThat(order).containsExactly("worker", "screen", "no");
    }

    @Test
    void a_bug_arrives_as_a_problem_too() {
        var log = Logger.getLogger(Background.class.getName());
        log.setLevel(Level.OFF);
        background.run(() -> {
            throw new StackOverflowError("a bug");
        }, _ -> order.add("done"), problems -> order.add(problems.getFirst().kind().code()));
        log.setLevel(Level.SEVERE);

        assertThat(order).containsExactly("worker", "screen", "internal");
    }

    @Test
    void closing_ends_the_worker() {
        background.close();

        assertThat(order).containsExactly("end");
    }

    private void record(String thread, Runnable work) {
        order.add(thread);
        work.run();
    }
}
