package org.athanor.app.ui.profiles;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.Environment;
import org.athanor.app.profile.Limits;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.Profile;
import org.athanor.app.profile.ProfileImport;
import org.athanor.app.profile.SshAccess;
import org.athanor.app.profile.Tls;
import org.athanor.engine.guard.Access;
import org.athanor.engine.project.Project;
import org.athanor.engine.script.TimeLimits;

/// A profile while somebody fills in its form: what was typed, and what is still wrong with it.
public final class ProfileDraft {
    /// The fields that hold text, with the keys of their words.
    public enum Field {
        NAME("field.name", "field.name-prompt"),
        GROUP("field.group", "field.group-prompt"),
        PROJECT("field.project", "field.project-prompt"),
        SECTION("field.section", "field.section-prompt"),
        VERSION_TABLE("field.version-table", "field.version-table-prompt"),
        FILE("field.file", "field.file-prompt"),
        HOST("field.host", "field.host-prompt"),
        PORT("field.port", "field.port-prompt"),
        DATABASE("field.database", "field.database-prompt"),
        USER("field.user", "field.user-prompt"),
        SCHEMA("field.schema", "field.schema-prompt"),
        ROOT_CERTIFICATE("field.root-certificate", "field.root-certificate-prompt"),
        CERTIFICATE("field.certificate", "field.certificate-prompt"),
        KEY("field.key", "field.key-prompt"),
        SSH_HOST("field.ssh-host", "field.ssh-host-prompt"),
        SSH_PORT("field.ssh-port", "field.ssh-port-prompt"),
        SSH_USER("field.ssh-user", "field.ssh-user-prompt"),
        SSH_KEY("field.ssh-key", "field.ssh-key-prompt"),
        KNOWN_HOSTS("field.known-hosts", "field.known-hosts-prompt"),
        CONNECT("field.connect", "field.connect-prompt"),
        LOCK("field.lock", "field.lock-prompt"),
        STATEMENT("field.statement", "field.statement-prompt"),
        SOURCE("field.source", "field.source-prompt");

        private final String key;
        private final String promptKey;

        Field(String key, String promptKey) {
            this.key = key;
            this.promptKey = promptKey;
        }

        public String key() {
            return key;
        }

        public String promptKey() {
            return promptKey;
        }
    }

    /// Which database it is.
    public enum Kind {
        POSTGRESQL("profile.kind-postgresql"), SQLITE("profile.kind-sqlite"), OF_PROJECT("profile.kind-of-project");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /// Where the password comes from.
    public enum Source {
        STORED("profile.password-stored"), ASKED("profile.password-asked"), ELSEWHERE("profile.password-elsewhere"),
        VARIABLE("profile.password-variable"), COMMAND("profile.password-command"), SHELL("profile.password-shell");

        private final String key;

        Source(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    private final Map<Field, StringProperty> fields = new LinkedHashMap<>();
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.POSTGRESQL);
    private final ObjectProperty<Environment> environment = new SimpleObjectProperty<>(Environment.LOCAL);
    private final ObjectProperty<Access> access = new SimpleObjectProperty<>(Access.FULL);
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(Source.STORED);
    private final ObjectProperty<Tls.Mode> tls = new SimpleObjectProperty<>(Tls.Mode.PREFER);
    private final ObjectProperty<Boolean> agent = new SimpleObjectProperty<>(false);
    private List<String> command = List.of();
    private Map<String, String> options = Map.of();
    private PasswordSource sshPassword = new PasswordSource.Stored();

    public ProfileDraft() {
        for (var field : Field.values()) {
            fields.put(field, new SimpleStringProperty(""));
        }
        text(Field.HOST).set("localhost");
        text(Field.PORT).set(Integer.toString(DatabasePlace.Server.USUAL_PORT));
        text(Field.SSH_PORT).set(Integer.toString(SshAccess.USUAL_PORT));
    }

    /// The form of a profile there is.
    public static ProfileDraft of(Profile profile) {
        var draft = new ProfileDraft();
        draft.environment.set(profile.environment());
        draft.access.set(profile.access());
        draft.put(Field.NAME, profile.name());
        profile.group().ifPresent(group -> draft.put(Field.GROUP, group));
        profile.project().ifPresent(path -> draft.put(Field.PROJECT, path));
        draft.put(Field.SECTION, profile.section().equals(Project.DEFAULT_SECTION) ? "" : profile.section());
        profile.versionTable().ifPresent(table -> draft.put(Field.VERSION_TABLE, table));
        profile.limits().connect().map(Limits::text).ifPresent(time -> draft.put(Field.CONNECT, time));
        profile.limits().lock().map(Limits::text).ifPresent(time -> draft.put(Field.LOCK, time));
        profile.limits().statement().map(Limits::text).ifPresent(time -> draft.put(Field.STATEMENT, time));
        draft.show(profile.database());
        return draft;
    }

    public StringProperty text(Field field) {
        return java.util.Objects.requireNonNull(fields.get(field));
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    public ObjectProperty<Access> accessProperty() {
        return access;
    }

    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    public ObjectProperty<Tls.Mode> tlsProperty() {
        return tls;
    }

    public ObjectProperty<Boolean> agentProperty() {
        return agent;
    }

    /// Fills in what a URL says; the caller keeps the password. Where that comes from no URL tells.
    public void take(ProfileImport imported) {
        var chosen = source.get();
        access.set(imported.access());
        show(imported.database());
        source.set(imported.password().isPresent() ? Source.STORED : chosen);
    }

    private void show(DatabasePlace place) {
        switch (place) {
            case DatabasePlace.OfProject _,DatabasePlace.Given _ -> kind.set(Kind.OF_PROJECT);
            case DatabasePlace.SqliteFile(var file) -> {
                kind.set(Kind.SQLITE);
                put(Field.FILE, file);
            }
            case DatabasePlace.Server server -> show(server);
        }
    }

    private void show(DatabasePlace.Server server) {
        kind.set(Kind.POSTGRESQL);
        put(Field.HOST, server.host());
        put(Field.PORT, server.port());
        put(Field.DATABASE, server.database());
        put(Field.USER, server.user());
        put(Field.SCHEMA, server.schema().orElse(""));
        tls.set(server.tls().mode());
        put(Field.ROOT_CERTIFICATE, server.tls().rootCertificate().map(Path::toString).orElse(""));
        put(Field.CERTIFICATE, server.tls().certificate().map(Path::toString).orElse(""));
        put(Field.KEY, server.tls().key().map(Path::toString).orElse(""));
        options = server.options();
        show(server.password());
        server.ssh().ifPresent(ssh -> {
            put(Field.SSH_HOST, ssh.host());
            put(Field.SSH_PORT, ssh.port());
            put(Field.SSH_USER, ssh.user());
            put(Field.SSH_KEY, ssh.key().map(Path::toString).orElse(""));
            put(Field.KNOWN_HOSTS, ssh.knownHosts().map(Path::toString).orElse(""));
            agent.set(ssh.agent());
            sshPassword = ssh.password();
        });
    }

    private void show(PasswordSource password) {
        switch (password) {
            case PasswordSource.Stored _ -> source.set(Source.STORED);
            case PasswordSource.Asked _ -> source.set(Source.ASKED);
            case PasswordSource.Elsewhere _ -> source.set(Source.ELSEWHERE);
            case PasswordSource.Variable(var name) -> {
                source.set(Source.VARIABLE);
                put(Field.SOURCE, name);
            }
            case PasswordSource.Command(var words) -> {
                source.set(Source.COMMAND);
                command = words;
                put(Field.SOURCE, String.join(" ", words));
            }
            case PasswordSource.Shell(var line) -> {
                source.set(Source.SHELL);
                put(Field.SOURCE, line);
            }
        }
    }

    /// The fields that keep the profile from being saved.
    public List<Field> faults() {
        var faults = new ArrayList<Field>();
        require(faults, Field.NAME);
        paths(faults, Field.PROJECT);
        for (var time : List.of(Field.CONNECT, Field.LOCK, Field.STATEMENT)) {
            if (given(time).isPresent() && given(time).flatMap(TimeLimits::duration).isEmpty()) {
                faults.add(time);
            }
        }
        switch (kind.get()) {
            case OF_PROJECT -> require(faults, Field.PROJECT);
            case SQLITE -> {
                require(faults, Field.FILE);
                paths(faults, Field.FILE);
            }
            case POSTGRESQL -> serverFaults(faults);
        }
        return faults.stream().distinct().toList();
    }

    private void serverFaults(List<Field> faults) {
        require(faults, Field.HOST, Field.DATABASE, Field.USER);
        ports(faults, Field.PORT);
        paths(faults, Field.ROOT_CERTIFICATE, Field.CERTIFICATE, Field.KEY);
        if (source.get() == Source.VARIABLE || source.get() == Source.COMMAND || source.get() == Source.SHELL) {
            require(faults, Field.SOURCE);
        }
        if (given(Field.SSH_HOST).isPresent()) {
            require(faults, Field.SSH_USER);
            ports(faults, Field.SSH_PORT);
            paths(faults, Field.SSH_KEY, Field.KNOWN_HOSTS);
        }
    }

    /// The profile as it is filled in; only without faults.
    public Profile profile() {
        var limits = new Limits(time(Field.CONNECT), time(Field.LOCK), time(Field.STATEMENT));
        return new Profile(given(Field.NAME).orElseThrow(), given(Field.GROUP), environment.get(), access.get(),
                path(Field.PROJECT), given(Field.SECTION).orElse(Project.DEFAULT_SECTION), given(Field.VERSION_TABLE),
                place(), limits);
    }

    private DatabasePlace place() {
        return switch (kind.get()) {
            case OF_PROJECT -> new DatabasePlace.OfProject();
            case SQLITE -> new DatabasePlace.SqliteFile(path(Field.FILE).orElseThrow());
            case POSTGRESQL -> new DatabasePlace.Server(given(Field.HOST).orElseThrow(),
                    Integer.parseInt(given(Field.PORT).orElseThrow()), given(Field.DATABASE).orElseThrow(),
                    given(Field.USER).orElseThrow(), given(Field.SCHEMA),
                    new Tls(tls.get(), path(Field.ROOT_CERTIFICATE), path(Field.CERTIFICATE), path(Field.KEY)), ssh(),
                    password(), options);
        };
    }

    private Optional<SshAccess> ssh() {
        return given(Field.SSH_HOST).map(host -> new SshAccess(host,
                Integer.parseInt(given(Field.SSH_PORT).orElseThrow()),
                given(Field.SSH_USER).orElseThrow(), path(Field.SSH_KEY), agent.get() && path(Field.SSH_KEY).isEmpty(),
                path(Field.KNOWN_HOSTS), sshPassword));
    }

    private PasswordSource password() {
        var words = given(Field.SOURCE).orElse("");
        return switch (source.get()) {
            case STORED -> new PasswordSource.Stored();
            case ASKED -> new PasswordSource.Asked();
            case ELSEWHERE -> new PasswordSource.Elsewhere();
            case VARIABLE -> new PasswordSource.Variable(words);
            case COMMAND -> new PasswordSource.Command(words.equals(String.join(" ", command))
                    ? command
                    : List.of(words.split("\\s+", -1)));
            case SHELL -> new PasswordSource.Shell(words);
        };
    }

    private void require(List<Field> faults, Field... required) {
        for (var field : required) {
            if (given(field).isEmpty()) {
                faults.add(field);
            }
        }
    }

    private void ports(List<Field> faults, Field field) {
        var port = given(field).filter(text -> text.matches("\\d{1,5}")).map(Integer::parseInt);
        if (port.filter(number -> number >= 1 && number <= 65_535).isEmpty()) {
            faults.add(field);
        }
    }

    private void paths(List<Field> faults, Field... files) {
        for (var field : files) {
            try {
                path(field);
            } catch (InvalidPathException _) {
                faults.add(field);
            }
        }
    }

    private Optional<Path> path(Field field) {
        return given(field).map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    private Optional<Duration> time(Field field) {
        return given(field).flatMap(TimeLimits::duration);
    }

    private Optional<String> given(Field field) {
        return Optional.of(text(field).get().strip()).filter(text -> !text.isEmpty());
    }

    private void put(Field field, Object value) {
        text(field).set(value.toString());
    }
}
