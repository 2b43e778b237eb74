package org.athanor.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.export.Json;
import org.athanor.app.files.OwnFile;
import org.athanor.app.profile.ProfileText;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Writes profiles down for somebody else.
final class ProfileExportVerb extends Verb {
    private final Given<List<String>> names = arguments.parameters("NAME", 0, "The profiles; without any, all.");

    private final Given<Optional<Path>> file = arguments.option("-o, --output FILE", Path.class,
            "A new file to write to, instead of standard output.");

    ProfileExportVerb() {
        super("export", "Write profiles down for somebody else, without passwords.");
    }

    @Override
    public Integer call() {
        var all = new SavedProfiles(session()).store().load();
        var chosen = names.get().isEmpty() ? all.all() : names.get().stream().map(all::get).toList();
        if (file.get().isPresent()) {
            write(session().resolve(file.get().orElseThrow()), ProfileText.of(chosen));
        } else if (isJson()) {
            output().json(Json.object().with("profiles", chosen.stream().map(ProfileForms::json).toList()));
        } else {
            output().data(ProfileText.of(chosen).stripTrailing());
        }
        return ExitCode.DONE;
    }

    private static void write(Path path, String text) {
        if (Files.exists(path)) {
            throw new Refusal(Problem.at(path, 0, ProblemKind.FILE_EXISTS, "The file is there already",
                    "Choose another name, or remove it."));
        }
        new OwnFile(path).write(text.getBytes(StandardCharsets.UTF_8));
    }
}
