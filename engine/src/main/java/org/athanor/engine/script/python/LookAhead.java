package org.athanor.engine.script.python;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// Works out answers before somebody asks, on other threads, in the order in which they will be asked for: a few at a time,
/// so that whoever stops asking leaves little undone. What went wrong is thrown where the answer is asked for.
final class LookAhead<Q, A> {
    private static final int MOST = 48;
    private static final int FEW = 24;

    private final Function<Q, A> work;
    private final Executor others;
    private final Deque<Task<Q, A>> begun = new ArrayDeque<>();
    private Iterator<Q> coming = Collections.emptyIterator();

    LookAhead(Function<Q, A> work, Executor others) {
        this.work = work;
        this.others = others;
    }

    /// These will be asked, in this order; nobody waits any more for what was expected before. Nothing begins until the first
    /// of them, or any other, is asked.
    synchronized void expect(Iterator<Q> questions) {
        begun.forEach(Task::drop);
        begun.clear();
        coming = questions;
    }

    /// The answer: one that was made ready, or is being made ready, or is worked out here and now.
    A answer(Q question) {
        var task = task(question);
        task.run();
        return task.answer();
    }

    private synchronized Task<Q, A> task(Q question) {
        begin();
        if (begun.stream().noneMatch(task -> task.question.equals(question))) {
            return new Task<>(question, work);
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
            var task = new Task<>(coming.next(), work);
            begun.add(task);
            others.execute(task);
        }
    }

    /// A question on its way to its answer; the first thread that comes to it works it out.
    private static final class Task<Q, A> implements Runnable {
        private final Q question;
        private final Function<Q, A> work;
        private final AtomicBoolean taken = new AtomicBoolean();
        private final CompletableFuture<A> answer = new CompletableFuture<>();

        Task(Q question, Function<Q, A> work) {
            this.question = question;
            this.work = work;
        }

        @Override
        public void run() {
            if (taken.compareAndSet(false, true)) {
                try {
                    answer.complete(work.apply(question));
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            }
        }

        /// Nobody waits for it: unless it has begun, it never will.
        void drop() {
            taken.set(true);
        }

        A answer() {
            try {
                return answer.join();
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
