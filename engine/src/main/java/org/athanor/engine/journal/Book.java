package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// The journal of one database and version table: one file.
public record Book(Path file) {
    static final String ENDING = ".jsonl";

    /// Every run in it, oldest first, with all its statements.
    public List<RecordedRun> runs() {
        return RecordedRun.of(lines(EntryReader.ofAll()));
    }

    /// The same without the statements, which is quicker.
    public List<RecordedRun> outlines() {
        return RecordedRun.of(lines(EntryReader.ofSteps()));
    }

    /// Whether anything was written yet.
    public boolean exists() {
        return Files.exists(file);
    }

    /// Whether nothing is open: the last line tells of a run that was completed. This looks at the end of the file alone.
    boolean endsWell() {
        try (var tail = Tail.of(file)) {
            return tail.lastLine().flatMap(bytes -> EntryReader.ofSteps().read(bytes, 0, bytes.length))
                    .filter(line -> line.entry() instanceof Entry.End(var outcome, _, _, _, _)
                            && outcome == Outcome.COMPLETED)
                    .isPresent();
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Follows the chain from the first line to the last.
    public Verdict verify() {
        return new Verification(file, anchor(), bytes()).verdict();
    }

    /// It is read before the book: that may only grow meanwhile.
    private Optional<Anchor> anchor() {
        try {
            return Anchor.of(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    Appender append() throws IOException {
        return Appender.to(file);
    }

    private List<Line> lines(EntryReader reader) {
        var bytes = bytes();
        var lines = new ArrayList<Line>();
        for (int from = 0; from < bytes.length;) {
            int to = lineEnd(bytes, from);
            reader.read(bytes, from, to).ifPresent(lines::add);
            from = to + 1;
        }
        return lines;
    }

    static int lineEnd(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return to;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new byte[0];
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Refusal unreadable(IOException e) {
        return new Refusal(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE,
                "The journal can't be read: " + e.getMessage(),
                "May you read it? ATHANOR_JOURNAL=off goes without a journal."));
    }
}
