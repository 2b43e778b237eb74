package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.athanor.app.export.Json;
import org.athanor.engine.project.Initializer;
import org.athanor.engine.project.Initializer.Created;

/// Makes a new project.
final class InitVerb extends Verb {
    private final Given<Path> directory = arguments.parameter("DIRECTORY", Path.class,
            "The folder for the revisions; it must be empty or not be there.");

    private final Given<Optional<String>> template = arguments.option("-t, --template NAME",
            "sql (athanor.toml) or generic (alembic.ini, for Alembic too). Without it, what -c names, or sql.");

    InitVerb() {
        super("init", "Make a new project in DIRECTORY, with its configuration here (or where -c says).");
    }

    @Override
    public Integer call() {
        var session = session();
        var kind = template.get().map(Initializer.Kind::named).orElseGet(
                () -> session.options().config.get().map(Initializer.Kind::of).orElse(Initializer.Kind.SQL));
        var config = session.resolve(session.options().config.get().orElse(Path.of(kind.configName())));
        var created = Initializer.create(kind, session.resolve(directory.get()), config);
        if (isJson()) {
            output().json(Json.object().with("created", created.stream().map(Created::path).toList()));
        } else if (!isQuiet()) {
            created.forEach(c -> output()
                    .data("%s %s ...  done".formatted(c.isFolder() ? "Creating directory" : "Generating", c.path())));
            output().data("Please edit the connection settings in %s before proceeding.".formatted(config));
        }
        return ExitCode.DONE;
    }
}
