package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.guard.Environment;
import org.athanor.engine.project.Project;

/// The options that every verb knows, wherever they stand in the line.
final class GlobalOptions {
    final Given<Optional<Path>> config;
    final Given<String> section;
    final Given<Optional<String>> url;
    final Given<Optional<String>> profile;
    final Given<Optional<Environment>> environment;
    final Given<Boolean> readOnly;
    final Given<List<String>> x;
    final Given<Boolean> json;
    final Given<Optional<InkWish>> color;
    final Given<Boolean> quiet;
    final Given<Boolean> verbose;
    final Given<Boolean> debug;

    GlobalOptions(Arguments arguments) {
        var everywhere = arguments.inherited();
        config = arguments.option("-c, --config FILE", Path.class,
                "The project's athanor.toml, alembic.ini or pyproject.toml. Without it, the nearest one upwards from here.");
        section = everywhere.optionOr(Project.DEFAULT_SECTION, "-n, --name SECTION",
                "The section of alembic.ini to read.");
        url = everywhere.option("--url URL",
                "The database, in SQLAlchemy's or JDBC's form: sqlite:///file.db, postgresql://user@host/name.");
        profile = everywhere.option("--profile NAME",
                "A saved profile: its project, its database and its care. --url names another database. `athanor profile list` lists them.");
        environment = everywhere.option("--environment NAME", Environment.class,
                "How careful to be: local, dev, staging or production, where nothing is destroyed without a word. Also by ATHANOR_ENVIRONMENT.");
        readOnly = everywhere.flag("--read-only",
                "Only read: every verb that changes the database is refused. Also by ATHANOR_READ_ONLY=true.");
        x = everywhere.options("-x KEY=VALUE",
                "A value for the revisions themselves: context.get_x_argument(). May be given several times.");
        json = everywhere.flag("--json", "Answer with one JSON document.");
        color = everywhere.option("--color auto|always|never", InkWish.class,
                "Colours: on a terminal (auto), always or never. NO_COLOR=1 is the same as never, where this says nothing.");
        quiet = everywhere.flag("-q, --quiet",
                "No progress, and no word that all went well; faults and warnings stay.");
        verbose = everywhere.flag("-v, --verbose", "Tell more of each revision.");
        debug = everywhere.flag("--debug", "Show stack traces of errors.");
    }
}
