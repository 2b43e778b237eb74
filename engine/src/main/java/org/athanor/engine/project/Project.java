package org.athanor.engine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.athanor.engine.cache.HeaderCache;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.ScratchDatabase;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.script.CallerArguments;
import org.athanor.engine.script.ScriptReader;
import org.athanor.engine.script.python.PythonScriptReader;
import org.athanor.engine.script.sqlfile.SqlScriptReader;

/// A project as read from disk at one moment: its configuration, its revisions as a graph, and what is wrong with it.
public record Project(ProjectConfig config, RevisionGraph graph, List<Problem> problems, HeaderCache cache) {
    public Project {
        problems = List.copyOf(problems);
    }

    /// The section of an `.ini` file that is read if no other is named.
    public static final String DEFAULT_SECTION = "alembic";

    /// Opens a configuration file; the process's own environment fills `${VARIABLE}`s in it.
    public static Project open(Path configFile) {
        return open(configFile, System.getenv());
    }

    /// Opens a configuration file. `environment` fills `${VARIABLE}`s in it.
    public static Project open(Path configFile, Map<String, String> environment) {
        return open(configFile, DEFAULT_SECTION, environment, HeaderCache.off());
    }

    /// Opens a configuration file, reading this section if it is an `.ini` file. What the cache knows of the revisions isn't
    /// read again.
    public static Project open(Path configFile, String section, Map<String, String> environment, HeaderCache cache) {
        return read(config(configFile, section, environment), cache);
    }

    /// Reads the revisions of a configured project.
    static Project read(ProjectConfig config) {
        return read(config, HeaderCache.off());
    }

    private static Project read(ProjectConfig config, HeaderCache cache) {
        var contents = RevisionFolder.read(config, cache);
        var graph = graph(contents.revisions());
        boolean isWhole = contents.problems().isEmpty();
        var problems = Stream.concat(contents.problems().stream(),
                graph.problems().stream().map(problem -> isWhole ? problem : inPart(problem)));
        return new Project(config, graph, problems.toList(), cache);
    }

    private static RevisionGraph graph(List<Revision> revisions) {
        var graph = RevisionGraph.of(revisions);
        return graph.problems().stream().anyMatch(problem -> problem.kind() == ProblemKind.DUPLICATE_ID)
                ? RevisionGraph.of(RevisionFolder.eachFileOnce(revisions))
                : graph;
    }

    /// What is missing may be in a file that couldn't be read.
    private static Problem inPart(Problem problem) {
        return switch (problem.kind()) {
            case MISSING_PARENT, MISSING_DEPENDENCY -> new Problem(problem.kind(), problem.place(), problem.message(),
                    "It may be in one of the files that can't be read: mend those first. " + problem.hint());
            default -> problem;
        };
    }

    /// The same project, with its version table under another name.
    public Project withVersionTable(String name) {
        return new Project(config.withVersionTable(name), graph, problems, cache);
    }

    /// What stands in the way of writing new revisions, or of the hooks that follow.
    public List<Problem> faultsOfNewFiles() {
        return NewFileFaults.of(config);
    }

    private static ProjectConfig config(Path file, String section, Map<String, String> environment) {
        if (!Files.exists(file)) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.NO_PROJECT, "There is no such file",
                    "Name the project's athanor.toml, alembic.ini or pyproject.toml with -c."));
        }
        try {
            return ConfigReader.read(Files.isDirectory(file) ? ConfigFinder.nearest(file) : file, section, environment);
        } catch (IOException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.UNREADABLE_FILE,
                    "The file can't be read: " + e.getMessage(), "May you read it?"));
        }
    }

    /// Whoever changes a database first asks for a sound folder.
    public void refuseUnlessSound() {
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    /// Does what needs no sound folder. If it is refused, the folder's faults are told first: they may be why.
    public <T> T tellingFaultsFirst(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw problems.isEmpty()
                    ? refusal
                    : new Refusal(Stream.concat(problems.stream(), refusal.problems().stream()).distinct().toList());
        }
    }

    /// Writes the file of a new revision, dated by this clock and named by this source of ids unless it has an id already.
    public Written write(NewRevision revision, Clock clock, RandomGenerator ids) {
        var writer = new RevisionWriter(this, clock, ids);
        return writer.save(writer.draft(revision));
    }

    /// The same file, not written yet.
    public Draft draft(NewRevision revision, Clock clock, RandomGenerator ids) {
        return new RevisionWriter(this, clock, ids).draft(revision);
    }

    /// The file of a new revision that does this, not written yet.
    public Draft draft(NewRevision revision, Contents contents, Clock clock, RandomGenerator ids) {
        return new RevisionWriter(this, clock, ids).draft(revision, contents);
    }

    public Written save(Draft draft) {
        return writer().save(draft);
    }

    /// Takes back what was written, if nobody has changed it since.
    public void undo(Written written) {
        writer().undo(written);
    }

    private RevisionWriter writer() {
        return new RevisionWriter(this, Clock.systemUTC(), new SecureRandom());
    }

    /// The templates that new revisions of this project can start from.
    public Gallery gallery() {
        return Gallery.of(config);
    }

    /// A revision that has just been written, the project with it, and the folder that was made for it.
    public record Written(Revision revision, Project project, Optional<Path> madeFolder, Draft draft) {}

    /// Reads the scripts of this project's revisions, each in its own language.
    public ScriptReader scripts() {
        return scripts(CallerArguments.NONE);
    }

    /// The same, with what a person gave for the revisions to look at.
    public ScriptReader scripts(CallerArguments given) {
        var sql = new SqlScriptReader();
        var python = new PythonScriptReader(
                new PythonScriptReader.Around(folders(), InstantSource.system(), () -> new SecureRandom().nextLong()),
                given);
        var each = new EachFormat(sql, python);
        return cache.isOn() && given.equals(CallerArguments.NONE)
                ? new CachedScripts(each, cache, config.scriptLocation(), graph)
                : each;
    }

    /// The folders in which scripts may look around, narrow ones last.
    private List<Path> folders() {
        return Stream.of(Stream.of(config.folder(), config.scriptLocation()),
                config.versionLocations().stream().flatMap(l -> Stream.ofNullable(l.getParent())),
                config.versionLocations().stream()).flatMap(s -> s).distinct().toList();
    }

    /// An empty database like this one, on the server that the project names for that, or beside it.
    public ScratchDatabase scratch(Database like) {
        return ScratchDatabase.like(like,
                config.target().scratch().map(url -> ConnectionSettings.parse(url, config.folder())));
    }

    /// What a person calls the project: the name of the folder its configuration is in.
    public String name() {
        var folder = config.folder().getFileName();
        return folder == null ? config.folder().toString() : folder.toString();
    }
}
