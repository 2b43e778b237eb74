package org.athanor.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The other thread is a queue here, which the test empties when it wants.
@Timeout(30)
class LookAheadTest {
    private final Queue<Runnable> otherThread = new ArrayDeque<>();
    private final List<String> worked = Collections.synchronizedList(new ArrayList<>());

    @Test
    void what_was_made_ready_is_not_worked_out_again() {
        var ahead = expecting(word -> word + "!", "a", "b", "c");
        assertThat(ahead.answer("a")).isEqualTo("a!");
        runOtherThread();
        assertThat(worked).containsExactly("a", "b", "c");
        assertThat(List.of(ahead.answer("b"), ahead.answer("c"))).containsExactly("b!", "c!");
        assertThat(worked).containsExactly("a", "b", "c");
    }

    @Test
    void what_the_other_thread_has_not_begun_is_worked_out_by_who_asks() {
        var ahead = expecting(word -> word + "!", "a", "b");
        assertThat(List.of(ahead.answer("a"), ahead.answer("b"))).containsExactly("a!", "b!");
        runOtherThread();
        assertThat(worked).containsExactly("a", "b");
    }

    @Test
    void nothing_begins_before_somebody_asks() {
        expecting(word -> word, "a", "b");
        assertThat(otherThread).isEmpty();
    }

    @Test
    void only_a_few_are_begun_ahead() {
        var words = IntStream.range(0, 1_000).mapToObj(Integer::toString).toArray(String[]::new);
        var ahead = expecting(word -> word, words);
        ahead.answer("0");
        assertThat(otherThread).hasSizeLessThan(50);
        for (var word : List.of(words).subList(1, words.length)) {
            runOtherThread();
            assertThat(ahead.answer(word)).isEqualTo(word);
        }
        assertThat(worked).hasSize(1_000).doesNotHaveDuplicates();
    }

    @Test
    void a_question_that_nobody_expected_is_answered_and_the_others_stay_ready() {
        var ahead = expecting(word -> word + "!", "a", "b");
        assertThat(ahead.answer("z")).isEqualTo("z!");
        runOtherThread();
        assertThat(ahead.answer("a")).isEqualTo("a!");
        assertThat(worked).containsExactly("z", "a", "b");
    }

    @Test
    void what_is_passed_over_is_not_worked_out_any_more() {
        var ahead = expecting(word -> word, "a", "b", "c");
        ahead.answer("c");
        runOtherThread();
        assertThat(worked).containsExactly("c");
    }

    @Test
    void who_expects_nothing_more_leaves_nothing_to_do() {
        var ahead = expecting(word -> word, "a", "b", "c");
        ahead.answer("a");
        ahead.expect(Collections.emptyIterator());
        runOtherThread();
        assertThat(worked).containsExactly("a");
    }

    @Test
    void what_goes_wrong_ahead_is_thrown_where_it_is_asked_for() {
        var ahead = expecting(word -> {
            if (word.equals("b")) {
                throw new IllegalStateException("b is bad");
            }
            if (word.equals("c")) {
                throw new StackOverflowError();
            }
            return word;
        }, "a", "b", "c", "d");
        assertThat(ahead.answer("a")).isEqualTo("a");
        runOtherThread();
        assertThatThrownBy(() -> ahead.answer("b")).isInstanceOf(IllegalStateException.class).hasMessage("b is bad");
        assertThatThrownBy(() -> ahead.answer("c")).isInstanceOf(StackOverflowError.class);
        assertThat(ahead.answer("d")).isEqualTo("d");
    }

    /// "a" isn't done before "b" is prepared: one of the two threads works on "a", the other comes to "b".
    @Test
    void who_has_to_wait_prepares_the_next() {
        var prepared = new CountDownLatch(1);
        var work = new LookAhead.Work<String, String, String>() {
            @Override
            public String preparation(String question) {
                if (question.equals("b")) {
                    prepared.countDown();
                }
                return question;
            }

            @Override
            public synchronized String answer(String question, String preparation) {
                try {
                    prepared.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return question;
            }
        };
        try (var pool = Executors.newSingleThreadExecutor()) {
            var ahead = new LookAhead<>(work, pool);
            ahead.expect(List.of("a", "b").iterator());
            assertThat(List.of(ahead.answer("a"), ahead.answer("b"))).containsExactly("a", "b");
        }
    }

    private LookAhead<String, String, String> expecting(UnaryOperator<String> answer, String... words) {
        var ahead = new LookAhead<>(new LookAhead.Work<String, String, String>() {
            @Override
            public String preparation(String question) {
                return question;
            }

            @Override
            public String answer(String question, String preparation) {
                worked.add(preparation);
                return answer.apply(preparation);
            }
        }, otherThread::add);
        ahead.expect(List.of(words).iterator());
        return ahead;
    }

    private void runOtherThread() {
        while (!otherThread.isEmpty()) {
            otherThread.remove().run();
        }
    }
}
