package org.athanor.app.ui;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.athanor.app.text.Messages;

/// Finds out whether a window can be opened, before a toolkit is started that would end the program if not.
final class Display {
    private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    private static final Pattern DISTANT_DISPLAY = Pattern.compile("([^:/]+):(\\d{1,4})(?:\\.\\d+)?");
    private static final int FIRST_PORT = 6000;
    private static final int PATIENCE_MILLIS = 2000;
    private static final String GTK = "libgtk-3.so.0";

    private final Messages messages;
    private final Predicate<Path> exists;
    private final Predicate<String> loads;
    private final BiPredicate<String, Integer> answers;

    /// Whether a window can be opened; if not, why.
    sealed interface Answer {
        record Available() implements Answer {}

        record Missing(String reason) implements Answer {}
    }

    Display(Messages messages) {
        this(messages, Files::exists, Display::canLoad, Display::answers);
    }

    Display(Messages messages, Predicate<Path> exists, Predicate<String> loads, BiPredicate<String, Integer> answers) {
        this.messages = messages;
        this.exists = exists;
        this.loads = loads;
        this.answers = answers;
    }

    Answer look(String operatingSystem, Map<String, String> environment) {
        if (!operatingSystem.toLowerCase(Locale.ROOT).contains("linux")) {
            return new Answer.Available();
        }
        var display = Optional.ofNullable(environment.get("DISPLAY")).filter(name -> !name.isBlank());
        return display.map(this::unreachable).orElseGet(() -> Optional.of(messages.text("display.unset")))
                .or(() -> loads.test(GTK) ? Optional.empty() : Optional.of(messages.text("display.gtk", GTK)))
                .<Answer>map(Answer.Missing::new).orElseGet(Answer.Available::new);
    }

    /// A display on this machine has a socket; one on another, or behind `ssh -X`, answers on its port.
    private Optional<String> unreachable(String display) {
        var distant = DISTANT_DISPLAY.matcher(display);
        if (distant.matches() && !distant.group(1).equals("unix")) {
            int port = FIRST_PORT + Integer.parseInt(distant.group(2));
            return answers.test(distant.group(1), port)
                    ? Optional.empty()
                    : Optional.of(messages.text("display.silent", display));
        }
        var local = LOCAL_DISPLAY.matcher(display);
        if (!local.matches()) {
            return Optional.of(messages.text("display.silent", display));
        }
        var socket = Path.of("/tmp/.X11-unix/X" + local.group(1));
        return exists.test(socket) ? Optional.empty() : Optional.of(messages.text("display.socket", display, socket));
    }

    private static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    @SuppressWarnings("restricted") // Loading is the question; the toolkit loads the same library next.
    private static boolean canLoad(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
