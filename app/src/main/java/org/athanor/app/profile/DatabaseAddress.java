package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;

/// Finds out which database is meant: the URL that was given, else the project's own. The command line and the window
/// both ask here.
public record DatabaseAddress(Path workingFolder, Map<String, String> environment) {
    public DatabaseAddress {
        environment = Map.copyOf(environment);
    }

    /// `given` starts in the working folder if it is a relative file; the configuration's where that says.
    public ConnectionSettings of(Project project, Optional<String> given) {
        var config = project.config();
        var settings = given.map(url -> ConnectionSettings.parse(url, workingFolder)).or(
                () -> config.url().map(url -> ConnectionSettings.parse(url, config.urlFolder().orElse(workingFolder))));
        return settings
                .orElseThrow(() -> new Refusal(ProblemKind.NO_DATABASE, "No database is named",
                        "Give --url, set DATABASE_URL, or write %s in %s.".formatted(config.urlSetting(),
                                config.file())))
                .withPasswordOf(environment);
    }
}
