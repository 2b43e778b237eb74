package org.athanor.engine.script.python.evaluation;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.SynchronousQueue;

import org.athanor.engine.script.python.tree.Instruction;
import org.athanor.engine.script.python.value.Budget;
import org.athanor.engine.script.python.value.ExceptionClasses;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.jspecify.annotations.Nullable;

/// A function with `yield` in it, on its way. Its body has a virtual thread of its own, and runs only while somebody
/// waits for the next value: never two at a time.
final class Generator implements Value, Iterator<Value> {
    private final Evaluation evaluation;
    private final String name;
    private final Frame frame;
    private final List<Instruction> body;
    private final SynchronousQueue<Wish> wishes = new SynchronousQueue<>();
    private final SynchronousQueue<Reply> replies = new SynchronousQueue<>();
    private State state = State.NEW;
    private @Nullable Value next;
    private Value returned = Nothing.NONE;

    private enum State {
        NEW, WAITING, RUNNING, ENDED
    }

    /// What the body is asked for: to go on with a value, to go on with an exception, or to end.
    private sealed interface Wish {
        record Resume(Value value) implements Wish {}

        record Throw(PythonFault fault) implements Wish {}

        record End() implements Wish {}
    }

    private sealed interface Reply {
        record Yielded(Value value) implements Reply {}

        record Returned(Value value) implements Reply {}

        record Failed(PythonFault fault) implements Reply {}

        record Broken(Throwable error) implements Reply {}
    }

    /// Unwinds the body of a generator that nobody waits for any more.
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("", null, false, false);
        }
    }

    Generator(Evaluation evaluation, String name, Frame frame, List<Instruction> body) {
        this.evaluation = evaluation;
        this.name = name;
        this.frame = frame;
        this.body = body;
    }

    /// Called by the body: hands out a value and waits to be resumed.
    Value give(Value value) {
        put(replies, new Reply.Yielded(value));
        return switch (take(wishes)) {
            case Wish.Resume wish -> wish.value();
            case Wish.Throw wish -> throw wish.fault();
            case Wish.End _ -> throw new Abandoned();
        };
    }

    private static <T> void put(SynchronousQueue<T> queue, T message) {
        try {
            queue.put(message);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw PythonFault.exhausted("The evaluation was interrupted");
        }
    }

    private static <T> T take(SynchronousQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw PythonFault.exhausted("The evaluation was interrupted");
        }
    }

    private void start() {
        frame.belongsTo(this);
        evaluation.interpreter().opens(this);
        Thread.ofVirtual().name("generator " + name).start(() -> {
            Reply reply;
            try {
                reply = evaluation.budget().during(this::run);
            } catch (PythonFault fault) {
                reply = new Reply.Failed(fault);
            } catch (Abandoned _) {
                return;
            } catch (StackOverflowError _) {
                reply = new Reply.Failed(PythonFault.exhausted("The generator " + name + " goes too deep"));
            } catch (RuntimeException | Error e) {
                reply = new Reply.Broken(e);
            }
            put(replies, reply);
        });
    }

    private Reply run() {
        var signal = evaluation.instructions().run(body, frame);
        return new Reply.Returned(signal == Signal.RETURN ? frame.returned() : Nothing.NONE);
    }

    /// The next value; null at the end.
    private @Nullable Value resume(Wish wish) {
        if (state == State.RUNNING) {
            throw PythonFault.raised("ValueError", "generator already executing");
        }
        if (state == State.ENDED) {
            if (wish instanceof Wish.Throw failed) {
                throw failed.fault();
            }
            return null;
        }
        Budget.time(50);
        if (state == State.NEW) {
            if (wish instanceof Wish.Throw failed) {
                state = State.ENDED;
                throw failed.fault();
            }
            start();
        } else {
            put(wishes, wish);
        }
        state = State.RUNNING;
        return switch (take(replies)) {
            case Reply.Yielded reply -> {
                state = State.WAITING;
                yield reply.value();
            }
            case Reply.Returned reply -> {
                end();
                returned = reply.value();
                yield null;
            }
            case Reply.Failed reply -> {
                end();
                throw reply.fault().type().equals("StopIteration")
                        ? PythonFault.raised("RuntimeError", "generator raised StopIteration")
                        : reply.fault();
            }
            case Reply.Broken reply -> {
                end();
                throw new IllegalStateException(reply.error());
            }
        };
    }

    private void end() {
        state = State.ENDED;
        evaluation.interpreter().closes(this);
    }

    /// Ends a body that waits; its `finally` clauses are not run.
    void abandon() {
        if (state == State.WAITING) {
            put(wishes, new Wish.End());
        }
        state = State.ENDED;
    }

    Value returned() {
        return returned;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = resume(new Wish.Resume(Nothing.NONE));
        }
        return next != null;
    }

    @Override
    public Value next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var value = next;
        next = null;
        return value;
    }

    @Override
    public String typeName() {
        return "generator";
    }

    @Override
    public Iterator<Value> iterator() {
        return this;
    }

    @Override
    public Value attribute(String member) {
        return switch (member) {
            case "__next__" -> NativeFunction.of(member, "", _ -> following(new Wish.Resume(Nothing.NONE)));
            case "send" -> NativeFunction.of(member, "value, /",
                    given -> following(new Wish.Resume(given.get("value"))));
            case "throw" -> NativeFunction.of(member, "exception, value=None, tb=None, /",
                    given -> following(new Wish.Throw(ExceptionClasses.raised(
                            given.given("value").orElse(given.get("exception"))))));
            case "close" -> NativeFunction.of(member, "", _ -> close());
            case "__iter__" -> NativeFunction.of(member, "", _ -> this);
            default -> Value.super.attribute(member);
        };
    }

    private Value following(Wish wish) {
        var early = next;
        if (early != null && wish instanceof Wish.Resume) {
            next = null;
            return early;
        }
        var value = resume(wish);
        if (value == null) {
            throw ExceptionClasses.raised(ExceptionClasses.instance("StopIteration", returned));
        }
        return value;
    }

    private Value close() {
        if (state == State.WAITING) {
            try {
                if (resume(new Wish.Throw(ExceptionClasses.raised(
                        ExceptionClasses.instance("GeneratorExit")))) != null) {
                    throw PythonFault.raised("RuntimeError", "generator ignored GeneratorExit");
                }
            } catch (PythonFault fault) {
                if (!fault.type().equals("GeneratorExit")) {
                    throw fault;
                }
            }
        }
        state = State.ENDED;
        return Nothing.NONE;
    }

    @Override
    public String written() {
        return "<generator object %s>".formatted(name);
    }
}
