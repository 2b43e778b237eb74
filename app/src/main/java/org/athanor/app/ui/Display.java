package org.athanor.app.ui;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.athanor.app.text.Messages;

/// Finds out whether a window can be opened, before a toolkit is started that would end the program if not.
final class Display {
    private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    private static final String GTK = "libgtk-3.so.0";

    private final Messages messages;
    private final Predicate<Path> exists;
    private final Predicate<String> loads;

    /// Whether a window can be opened; if not, why.
    sealed interface Answer {
        record Available() implements Answer {}

        record Missing(String reason) implements Answer {}
    }

    Display(Messages messages) {
        this(messages, Files::exists, Display::canLoad);
    }

    Display(Messages messages, Predicate<Path> exists, Predicate<String> loads) {
        this.messages = messages;
        this.exists = exists;
        this.loads = loads;
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

    /// A display on another machine is taken for reachable: only trying would tell.
    private Optional<String> unreachable(String display) {
        var local = LOCAL_DISPLAY.matcher(display);
        if (!local.matches()) {
            return Optional.empty();
        }
        var socket = Path.of("/tmp/.X11-unix/X" + local.group(1));
        return exists.test(socket) ? Optional.empty() : Optional.of(messages.text("display.socket", display, socket));
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
