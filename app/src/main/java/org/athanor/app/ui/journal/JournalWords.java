package org.athanor.app.ui.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.athanor.app.text.Messages;
import org.athanor.app.workspace.RunRecords.Found;
import org.athanor.engine.journal.RecordedRun;

/// What stands in the journal, in words.
final class JournalWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private JournalWords() {}

    static String state(Found found, Messages messages) {
        var word = switch (found.state()) {
            case COMPLETED -> messages.text("journal.completed");
            case STOPPED -> messages.text("journal.stopped");
            case FAILED -> messages.text("journal.failed");
            case RUNNING -> messages.text("journal.running");
            case INTERRUPTED -> messages.text("journal.interrupted");
            case ELSEWHERE -> messages.text("journal.elsewhere", found.run().begin().who().host());
        };
        return found.run().mark().isPresent() ? messages.text("journal.seen-to", word) : word;
    }

    /// The style class that goes with the word; no colour tells anything alone.
    static String look(RecordedRun.State state) {
        return switch (state) {
            case COMPLETED -> "muted";
            case STOPPED, RUNNING -> "warning-text";
            case FAILED, INTERRUPTED, ELSEWHERE -> "danger-text";
        };
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }

    static String elapsed(Duration took) {
        return took.toMillis() < 1000 ? took.toMillis() + " ms" : "%.1f s".formatted(took.toMillis() / 1000.0);
    }
}
