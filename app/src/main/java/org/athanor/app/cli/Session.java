package org.athanor.app.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.profile.DatabaseAddress;
import org.athanor.app.profile.UserCache;
import org.athanor.app.profile.UserJournal;
import org.athanor.engine.Athanor;
import org.athanor.engine.Offline;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.dialect.Product;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.Target;
import org.athanor.engine.guard.Environment;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.journal.Book;
import org.athanor.engine.journal.Journal;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ConfigFinder;
import org.athanor.engine.project.Contents;
import org.athanor.engine.project.NewRevision;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.run.Patience;
import org.athanor.engine.script.CallerArguments;

/// What one call of the command line works on: the options, the place it was called from, and what they lead to.
public final class Session implements AutoCloseable {
    private static final List<String> URL_VARIABLES = List.of("SQLALCHEMY_DATABASE_URL", "DATABASE_URL");

    private final Path folder;
    private final Map<String, String> environment;
    private final Output output;
    private final GlobalOptions options;
    private Optional<SessionProfile> profile = Optional.empty();
    private final List<SessionProfile> others = new ArrayList<>();

    Session(Path folder, Map<String, String> environment, Output output, GlobalOptions options) {
        this.folder = folder;
        this.environment = environment;
        this.output = output;
        this.options = options;
    }

    GlobalOptions options() {
        return options;
    }

    Output output() {
        return output;
    }

    Project project() {
        var section = options.config.get().isEmpty() && options.section.get().equals(Project.DEFAULT_SECTION)
                ? profile().map(SessionProfile::section).orElse(options.section.get())
                : options.section.get();
        var project = Project.open(config(), section, environment, UserCache.of(environment));
        return profile().map(saved -> saved.on(project)).orElse(project);
    }

    /// The configuration that was named, the profile's, or the nearest one.
    Path config() {
        return named().orElseGet(() -> ConfigFinder.nearest(folder));
    }

    /// The same, if there is any.
    Optional<Path> findConfig() {
        return named().or(() -> ConfigFinder.find(folder));
    }

    private Optional<Path> named() {
        return options.config.get().map(folder::resolve).or(() -> profile().flatMap(SessionProfile::config));
    }

    /// The profile that was named. Nothing of profiles is loaded where none was.
    Optional<SessionProfile> profile() {
        if (profile.isEmpty() && options.profile.get().isPresent()) {
            profile = options.profile.get().map(name -> SessionProfile.of(name, environment, output));
        }
        return profile;
    }

    Map<String, String> environment() {
        return environment;
    }

    Path folder() {
        return folder;
    }

    /// How long a run waits: what was said here, then what the profile says.
    Patience patience(Patience said) {
        return profile().map(saved -> saved.patience(said)).orElse(said);
    }

    @Override
    public void close() {
        profile.ifPresent(SessionProfile::close);
        others.forEach(SessionProfile::close);
    }

    /// The database that was named here, not in the configuration or in a profile.
    Optional<String> url() {
        if (options.url.get().filter(String::isBlank).isPresent()) {
            throw new Refusal(ProblemKind.BAD_URL, "--url is empty",
                    "Is a variable of the shell unset? Give a URL, or leave the option out.");
        }
        return options.url.get().isPresent() || profile().filter(SessionProfile::hasDatabase).isPresent()
                ? options.url.get()
                : URL_VARIABLES.stream().flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
                        .filter(url -> !url.isBlank()).findFirst();
    }

    /// The folder of sample projects that came with the program.
    Path samples() {
        return Path.of(System.getProperty("athanor.home", ".")).resolve("samples");
    }

    /// The project together with its database; the verb needs one.
    Athanor athanor() {
        return open(project());
    }

    Athanor open(Project project) {
        return open(project, Optional.empty());
    }

    /// The same, with a tag for the revisions to look at.
    Athanor open(Project project, Optional<String> tag) {
        var athanor = Athanor.open(project, database(project), new CallerArguments(options.x.get(), tag))
                .under(policy());
        return journal().map(athanor::withJournal).orElse(athanor);
    }

    /// What may be done to the database, by the options and the environment.
    Policy policy() {
        var policy = Policy.of(options.environment.get().or(this::environmentVariable).orElse(Environment.LOCAL));
        var careful = options.readOnly.get() || readOnlyVariable() ? policy.readOnly() : policy;
        return profile().map(saved -> saved.policy().and(careful)).orElse(careful);
    }

    private Optional<Environment> environmentVariable() {
        return variable("ATHANOR_ENVIRONMENT").map(name -> Environment.named(name).orElseThrow(() -> new Refusal(
                ProblemKind.USAGE, "ATHANOR_ENVIRONMENT is '%s'".formatted(name),
                "It may be local, dev, staging or production.")));
    }

    /// A word that isn't understood is refused: it may have been meant to keep the database from being written.
    private boolean readOnlyVariable() {
        return variable("ATHANOR_READ_ONLY").map(text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw new Refusal(ProblemKind.USAGE, "ATHANOR_READ_ONLY is '%s'".formatted(text),
                    "It may be true or false.");
        }).orElse(false);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// The journal of this user's runs, unless it is off or has no place.
    Optional<Journal> journal() {
        return userJournal().journal(options.profile.get());
    }

    /// The journal's book of the database at hand.
    Optional<Book> book() {
        return athanor().book();
    }

    UserJournal userJournal() {
        return UserJournal.of(environment);
    }

    /// The project for plans that ask no database; the product is named, or taken from the URL.
    Offline offline(DialectOption dialect, Optional<String> tag) {
        var project = project();
        return Offline.open(project, dialect.product().orElseGet(() -> settings(project).product()),
                new CallerArguments(options.x.get(), tag));
    }

    /// The product of the database at hand, if one is named.
    Optional<Product> product(Project project) {
        return url().isPresent() || project.config().url().isPresent() || ofProfile().isPresent()
                ? Optional.of(settings(project).product())
                : Optional.empty();
    }

    /// A path as it was typed here.
    Path resolve(Path path) {
        return folder.resolve(path).toAbsolutePath().normalize();
    }

    /// Writes a new revision, with the time of this machine and an id that nobody can guess.
    Project.Written write(Project project, NewRevision revision) {
        return project.write(revision, Clock.system(ZoneId.systemDefault()), new SecureRandom());
    }

    /// The same, with contents that are known.
    Project.Written write(Project project, NewRevision revision, Contents contents) {
        return project.save(project.draft(revision, contents, Clock.system(ZoneId.systemDefault()),
                new SecureRandom()));
    }

    HookRunner hooks() {
        return new HookRunner(environment, folder, output, options.quiet.get());
    }

    Editor editor() {
        return new Editor(environment, folder);
    }

    /// What a person named, `current` among the names, and what is wrong with the folder or the rows it was found by.
    record Found(Project project, List<Revision> revisions, List<Problem> problems) {}

    Found find(String name) {
        if (name.endsWith("@")) {
            throw new Refusal(ProblemKind.BAD_TARGET, "'%s' names no revision".formatted(name),
                    "Write an id, a label, or %shead.".formatted(name));
        }
        var project = project();
        if (!name.equals(Target.CURRENT)) {
            return new Found(project, new Identifiers(project.graph()).standing(Target.parse(name)),
                    project.problems());
        }
        var status = open(project).status();
        return new Found(project, status.current(), status.problems());
    }

    private Database database(Project project) {
        return ofProfile().map(SessionProfile::database).orElseGet(() -> Database.of(settings(project)));
    }

    /// The database of any saved profile.
    Database databaseOf(String profileName) {
        var saved = SessionProfile.of(profileName, environment, output);
        others.add(saved);
        return saved.hasDatabase()
                ? saved.database()
                : Database.of(new DatabaseAddress(folder, environment).of(Project.open(saved.profile().config(),
                        saved.section(), environment, UserCache.of(environment)), Optional.empty()));
    }

    /// Which database it is; for a profile's without its password.
    private ConnectionSettings settings(Project project) {
        return ofProfile().map(SessionProfile::settings)
                .orElseGet(() -> new DatabaseAddress(folder, environment).of(project, url()));
    }

    /// The profile, where it is the one that says which database is meant.
    private Optional<SessionProfile> ofProfile() {
        return url().isPresent() ? Optional.empty() : profile().filter(SessionProfile::hasDatabase);
    }
}
