package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.guard.Environment;
import org.athanor.engine.project.Project;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every verb knows, wherever they stand in the line.
final class GlobalOptions {
    @Option(names = {"-c",
            "--config"}, paramLabel = "FILE", description = "The project's athanor.toml, alembic.ini or pyproject.toml. Without it, the nearest one upwards from here.")
    Optional<Path> config = Optional.empty();

    @Option(names = {"-n",
            "--name"}, paramLabel = "SECTION", scope = ScopeType.INHERIT, defaultValue = Project.DEFAULT_SECTION, description = "The section of alembic.ini to read.")
    String section = Project.DEFAULT_SECTION;

    @Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT, description = "The database, in SQLAlchemy's or JDBC's form: sqlite:///file.db, postgresql://user@host/name.")
    Optional<String> url = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "A saved profile: its project, its database and its care. --url names another database. `athanor profile list` lists them.")
    Optional<String> profile = Optional.empty();

    @Option(names = "--environment", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "How careful to be: local, dev, staging or production, where nothing is destroyed without a word. Also by ATHANOR_ENVIRONMENT.")
    Optional<Environment> environment = Optional.empty();

    @Option(names = "--read-only", scope = ScopeType.INHERIT, description = "Only read: every verb that changes the database is refused. Also by ATHANOR_READ_ONLY=true.")
    boolean readOnly;

    @Option(names = "-x", paramLabel = "KEY=VALUE", scope = ScopeType.INHERIT, description = "A value for the revisions themselves: context.get_x_argument(). May be given several times.")
    List<String> x = List.of();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer with one JSON document.")
    boolean json;

    @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "No progress messages.")
    boolean quiet;

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT, description = "Tell more of each revision.")
    boolean verbose;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces of errors.")
    boolean debug;
}
