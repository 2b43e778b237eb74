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
        var chain = new Chain();
        var bytes = bytes();
        var torn = new ArrayList<Integer>();
        var last = Chain.START;
        long count = 0;
        int number = 0;
        for (int from = 0; from < bytes.length;) {
            int to = lineEnd(bytes, from);
            number++;
            var link = to < bytes.length ? chain.link(bytes, from, to) : Optional.<Chain.Link>empty();
            if (link.isEmpty()) {
                torn.add(number);
            } else {
                var reason = fault(link.get(), last, count);
                if (reason.isPresent()) {
                    return new Verdict(file, count, Optional.of(new Verdict.Break(number, reason.get())), torn);
                }
                last = link.get().hash();
                count++;
            }
            from = to + 1;
        }
        return new Verdict(file, count, Optional.empty(), torn);
    }

    private static Optional<String> fault(Chain.Link link, String last, long count) {
        if (!link.right()) {
            return Optional.of("the line was changed after it had been written");
        }
        if (!link.before().equals(last)) {
            return Optional.of("it does not follow the line before: lines were removed, added or moved here");
        }
        return link.number() == count + 1
                ? Optional.empty()
                : Optional.of("it is numbered %d and should be %d".formatted(link.number(), count + 1));
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

    private static int lineEnd(byte[] bytes, int from) {
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
