package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.export.Json;
import org.athanor.engine.project.Initializer;
import org.athanor.engine.project.Initializer.Created;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes a new project.
@Command(name = "init", description = "Make a new project in DIRECTORY, with its configuration here (or where -c says).")
final class InitVerb extends Verb {
    @Parameters(paramLabel = "DIRECTORY", description = "The folder for the revisions; it must be empty or not be there.")
    private Path directory;

    @Option(names = {"-t",
            "--template"}, paramLabel = "NAME", description = "sql (athanor.toml) or generic (alembic.ini, for Alembic too). Without it, what -c names, or sql.")
    private Optional<String> template = Optional.empty();

    @Override
    public Integer call() {
        var session = session();
        var kind = template.map(Initializer.Kind::named).orElseGet(
                () -> session.options().config.map(Initializer.Kind::of).orElse(Initializer.Kind.SQL));
        var config = session.resolve(session.options().config.orElse(Path.of(kind.configName())));
        var created = Initializer.create(kind, session.resolve(directory), config);
        if (isJson()) {
            output().json(Json.object().with("created", created.stream().map(Created::path).toList()));
        } else if (!session.options().quiet) {
            created.forEach(c -> output()
                    .data("%s %s ...  done".formatted(c.isFolder() ? "Creating directory" : "Generating", c.path())));
            output().data("Please edit the connection settings in %s before proceeding.".formatted(config));
        }
        return ExitCode.DONE;
    }
}
