package org.athanor.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.athanor.app.export.Json;
import org.athanor.engine.database.Secret;
import org.athanor.engine.problem.Problem;

/// Where a verb's words go: data to standard output, messages to standard error.
public final class Output {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(50);

    private final PrintWriter data;
    private final PrintWriter messages;
    private final boolean terminal;
    private Screen screen;
    private Screen messageScreen;
    private final Supplier<Optional<String>> answers;
    private final Supplier<Optional<Secret>> secrets;
    private final Supplier<Optional<Secret>> piped;
    private long flushed = System.nanoTime() - PATIENCE;

    /// Each stream with the screen that it is shown on. A person who reads the messages may be asked.
    public Output(PrintWriter data, Screen screen, PrintWriter messages, Screen messageScreen) {
        this(data, messages, messageScreen.watched(), Output::fromConsole, Output::secretFromConsole,
                Output::secretFromInput);
        this.screen = screen;
        this.messageScreen = messageScreen;
    }

    /// The same; a person who is asked answers with these lines.
    Output(PrintWriter data, PrintWriter messages, boolean terminal, Supplier<Optional<String>> answers) {
        this(data, messages, terminal, answers, Optional::empty, Optional::empty);
    }

    /// The same; passwords are typed, or piped in, as these say.
    Output(PrintWriter data, PrintWriter messages, boolean terminal, Supplier<Optional<String>> answers,
            Supplier<Optional<Secret>> secrets, Supplier<Optional<Secret>> piped) {
        this.data = data;
        this.messages = messages;
        this.terminal = terminal;
        this.screen = Screen.NONE;
        this.messageScreen = Screen.NONE;
        this.answers = answers;
        this.secrets = secrets;
        this.piped = piped;
    }

    private static Optional<String> fromConsole() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::readLine);
    }

    /// The console doesn't echo it.
    private static Optional<Secret> secretFromConsole() {
        var typed = Optional.ofNullable(System.console()).filter(Console::isTerminal).map(Console::readPassword);
        var secret = typed.map(Secret::of);
        typed.ifPresent(characters -> Arrays.fill(characters, '\0'));
        return secret;
    }

    /// The first line of standard input.
    private static Optional<Secret> secretFromInput() {
        var line = CharBuffer.allocate(LONGEST_LINE);
        var in = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        try {
            int c = in.read();
            while (c >= 0 && c != '\n' && c != '\r' && line.hasRemaining()) {
                line.put((char) c);
                c = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var secret = Secret.of(Arrays.copyOf(line.array(), line.position()));
        Arrays.fill(line.array(), '\0');
        return Optional.of(secret).filter(typed -> !typed.isEmpty());
    }

    /// The password that another program pipes in.
    Optional<Secret> pipedSecret() {
        return piped.get();
    }

    /// Asks the person at the terminal for a password; nothing where there is nobody.
    Optional<Secret> askSecret(String question) {
        if (!terminal) {
            return Optional.empty();
        }
        messages.print(question);
        messages.flush();
        return secrets.get();
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

    /// For what the parser of options prints by itself: help and version.
    PrintWriter dataWriter() {
        return data;
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

    /// Where the data is looked at.
    Screen screen() {
        return screen;
    }

    /// Where the messages are looked at.
    Screen messageScreen() {
        return messageScreen;
    }

    /// What the call says of colours.
    void color(InkWish wish) {
        screen = screen.with(wish);
        messageScreen = messageScreen.with(wish);
    }

    void message(String line) {
        messages.println(messageScreen.plain(line));
        messages.flush();
    }

    /// A message that shows at a glance how it is meant.
    void message(Ink ink, String line) {
        message(messageScreen.ink(ink, line));
    }

    void warn(String line) {
        message(messageScreen.ink(Ink.CAUTION, "warning:") + " " + line);
    }

    /// Where an error came from, for those who asked with --debug.
    void trace(Exception exception) {
        exception.printStackTrace(messages);
        messages.flush();
    }

    /// Text on the terminal's current line, to be overwritten by what comes next; nothing where that can't be done.
    void overwrite(String text) {
        if (messageScreen.obedient()) {
            messages.print("\r\u001b[2K" + (text.isEmpty() ? "" : messageScreen.drawn(messageScreen.plain(text))));
            messages.flush();
        }
    }

    void problem(Problem problem) {
        var where = problem.place().map(place -> place + ": ").orElse("");
        var what = messageScreen.ink(Ink.FAULT, problem.message());
        message(where + what + (problem.hint().isEmpty() ? "" : "\n  " + problem.hint()));
    }

    void problems(List<Problem> problems) {
        problems.forEach(this::problem);
    }
}
