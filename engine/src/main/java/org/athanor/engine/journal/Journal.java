package org.athanor.engine.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.database.Database;
import org.athanor.engine.database.VersionTable;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Where runs are recorded: a folder with a book for each database and version table.
public final class Journal {
    private static final int ID_LENGTH = 8;
    private static final int NAME_LENGTH = 60;

    private final Path folder;
    private final Who who;
    private final InstantSource clock;

    private Journal(Path folder, Who who, InstantSource clock) {
        this.folder = folder;
        this.who = who;
        this.clock = clock;
    }

    public static Journal in(Path folder, Who who, InstantSource clock) {
        return new Journal(folder, who, clock);
    }

    /// The journal of a program, as whoever the program runs as.
    public static Journal in(Path folder, String program, String version) {
        return in(folder, Who.here(program, version, Optional.empty()), InstantSource.system());
    }

    /// Whoever writes to it from here.
    public Who who() {
        return who;
    }

    /// The book of a database; nothing for one that lives in memory only.
    public Optional<Book> book(Database database, VersionTable table) {
        return database.address().map(address -> {
            var name = table.schema().map(schema -> schema + ".").orElse("") + table.name();
            var number = hex(address + " " + name).substring(0, 12);
            return new Book(folder.resolve("%s-%s-%s%s".formatted(shortName(address), shortName(name), number,
                    Book.ENDING)));
        });
    }

    /// Every book there is, by name.
    public List<Book> books() {
        try (var files = Files.list(folder)) {
            return files.map(Journal::book).filter(file -> file.toString().endsWith(Book.ENDING)).distinct().sorted()
                    .map(Book::new).toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new Refusal(Problem.at(folder, 0, ProblemKind.UNREADABLE_FILE,
                    "The journal's folder can't be read: " + e.getMessage(), "May you read it?"));
        }
    }

    /// A book is missed as long as something beside it tells of it.
    private static Path book(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(Book.ENDING + Anchor.ENDING)
                ? file.resolveSibling(name.substring(0, name.length() - Anchor.ENDING.length()))
                : file;
    }

    /// What writes one run into a book, without the password by which the database is reached.
    public Recorder recorder(Book book, Recorder.About about, Database database) {
        return new Recorder(about, who, newId(), new Discretion(database::withoutPassword), () -> open(book));
    }

    /// Writes that a run has been seen to.
    public void mark(Book book, RecordedRun run, String reason) {
        try (var scribe = open(book)) {
            scribe.tell(run.id(), new Entry.Mark(who, reason));
        } catch (IOException e) {
            throw unwritable(book.file(), e);
        }
    }

    private Scribe open(Book book) {
        try {
            return Scribe.start(book.append(), clock);
        } catch (IOException e) {
            throw unwritable(book.file(), e);
        }
    }

    static Refusal unwritable(Path file, IOException e) {
        return new Refusal(Problem.at(file, 0, ProblemKind.CANNOT_WRITE,
                "The journal can't be written: " + (e.getMessage() == null ? e : e.getMessage()),
                "Nothing runs without a record of it. Make room or get the right to write there; "
                        + "ATHANOR_JOURNAL=off runs without a journal."));
    }

    /// Made from time and process: two runs never begin in the same nanosecond of one process.
    private String newId() {
        return hex("%s %s %s %s".formatted(who.host(), who.pid(), clock.instant(), System.nanoTime())).substring(0,
                ID_LENGTH);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(Chain.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// For people who look into the folder.
    private static String shortName(String text) {
        var last = text.substring(text.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._]+", "_");
        return last.substring(0, Math.min(last.length(), NAME_LENGTH));
    }
}
