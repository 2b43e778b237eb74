package org.athanor.engine.script;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/// Works out answers before somebody asks, on other threads, in the order in which they will be asked for: a few at a time,
/// so that whoever stops asking leaves little undone. What went wrong is thrown where the answer is asked for.
public final class LookAhead<Q, P, A> {
    private static final int MOST = 48;
    private static final int FEW = 24;

    private final Work<Q, P, A> work;
    private final Executor others;
    private final Deque<Task> begun = new ArrayDeque<>();
    private Iterator<Q> coming = Collections.emptyIterator();

    /// The way from a question to its answer.
    public interface Work<Q, P, A> {
        /// What doesn't hang on anything else; several threads may do it at once for several questions.
        P preparation(Q question);

        /// The rest.
        A answer(Q question, P preparation);
    }

    public LookAhead(Work<Q, P, A> work, Executor others) {
        this.work = work;
        this.others = others;
    }

    /// For answers that hang on nothing else.
    public static <Q, A> LookAhead<Q, A, A> of(Function<Q, A> work, Executor others) {
        return new LookAhead<>(new Work<Q, A, A>() {
            @Override
            public A preparation(Q question) {
                return work.apply(question);
            }

            @Override
            public A answer(Q question, A preparation) {
                return preparation;
            }
        }, others);
    }

    /// These will be asked, in this order; nobody waits any more for what was expected before. Nothing begins until the first
    /// of them, or any other, is asked.
    public synchronized void expect(Iterator<Q> questions) {
        begun.forEach(Task::drop);
        begun.clear();
        coming = questions;
    }

    /// The answer: one that was made ready, or is being made ready, or is worked out here and now. Whoever has to wait for it
    /// prepares the next ones meanwhile.
    public A answer(Q question) {
        var task = task(question);
        task.run();
        for (var next : task.isDone() ? List.<Task>of() : waiting()) {
            next.prepare();
            if (task.isDone()) {
                break;
            }
        }
        return task.answer.get();
    }

    private synchronized Task task(Q question) {
        begin();
        if (begun.stream().noneMatch(task -> task.question.equals(question))) {
            return new Task(question);
        }
        var next = begun.remove();
        while (!next.question.equals(question)) {
            next.drop();
            next = begun.remove();
        }
        return next;
    }

    private void begin() {
        if (begun.size() > FEW) {
            return;
        }
        while (begun.size() < MOST && coming.hasNext()) {
            var task = new Task(coming.next());
            begun.add(task);
            others.execute(task);
        }
    }

    private synchronized List<Task> waiting() {
        return List.copyOf(begun);
    }

    /// A question on its way to its answer.
    private final class Task implements Runnable {
        private final Q question;
        private final Once<P> preparation;
        private final Once<A> answer;

        Task(Q question) {
            this.question = question;
            this.preparation = new Once<>(() -> work.preparation(question));
            this.answer = new Once<>(() -> work.answer(question, preparation.get()));
        }

        @Override
        public void run() {
            answer.begin();
        }

        void prepare() {
            preparation.begin();
        }

        boolean isDone() {
            return answer.value.isDone();
        }

        /// Nobody waits for it: unless it has begun, it never will.
        void drop() {
            answer.begun.set(true);
        }
    }

    /// A value that the first thread which comes to it works out, and that all others wait for.
    private static final class Once<T> {
        private final Supplier<T> source;
        private final AtomicBoolean begun = new AtomicBoolean();
        private final CompletableFuture<T> value = new CompletableFuture<>();

        Once(Supplier<T> source) {
            this.source = source;
        }

        void begin() {
            if (begun.compareAndSet(false, true)) {
                try {
                    value.complete(source.get());
                } catch (RuntimeException | Error e) {
                    value.completeExceptionally(e);
                }
            }
        }

        T get() {
            begin();
            try {
                return value.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case Error error -> throw error;
                    case RuntimeException exception -> throw exception;
                    case null, default -> throw e;
                }
            }
        }
    }
}
