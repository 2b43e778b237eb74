package org.athanor.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;

/// Where a verb's words go: data to standard output, messages to standard error.
public final class Output {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final PrintWriter data;
    private final PrintWriter messages;
    private final boolean terminal;
    private final Supplier<Optional<String>> answers;
    private long flushed = System.nanoTime() - PATIENCE;

    public Output(PrintWriter data, PrintWriter messages, boolean terminal) {
        this(data, messages, terminal, Output::fromConsole);
    }

    /// The same; a person who is asked answers with these lines.
    Output(PrintWriter data, PrintWriter messages, boolean terminal, Supplier<Optional<String>> answers) {
        this.data = data;
        this.messages = messages;
        this.terminal = terminal;
        this.answers = answers;
    }

    private static Optional<String> fromConsole() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::readLine);
    }

    /// Asks the person at the terminal; nothing where there is nobody.
    Optional<String> ask(String question) {
        if (!terminal) {
            return Optional.empty();
        }
        messages.print(question);
        messages.flush();
        return answers.get();
    }

    void data(String line) {
        data.println(line);
        data.flush();
    }

    /// Many lines, written as one.
    void data(Stream<String> lines) {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(line).append(System.lineSeparator()));
        data.write(text.toString());
        data.flush();
    }

    /// One of many lines that come as they are made: somebody who waits for them sees them soon, though not each alone.
    void soon(String line) {
        data.println(line);
        long now = System.nanoTime();
        if (now - flushed > PATIENCE) {
            data.flush();
            flushed = now;
        }
    }

    /// No more of them come.
    void finish() {
        data.flush();
    }

    void json(Json document) {
        data(document.text());
    }

    void message(String line) {
        messages.println(line);
        messages.flush();
    }

    /// Where an error came from, for those who asked with --debug.
    void trace(Exception exception) {
        exception.printStackTrace(messages);
        messages.flush();
    }

    /// Text on the terminal's current line, to be overwritten by what comes next.
    void overwrite(String text) {
        messages.print("\r\u001b[2K" + text);
        messages.flush();
    }

    /// Whether a person watches the messages on a terminal.
    boolean isTerminal() {
        return terminal;
    }

    void problems(List<Problem> problems) {
        problems.forEach(problem -> message(problem.text()));
    }
}
