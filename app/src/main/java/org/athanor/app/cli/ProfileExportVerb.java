package org.athanor.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.athanor.app.files.OwnFile;
import org.athanor.app.profile.ProfileText;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes profiles down for somebody else.
@Command(name = "export", description = "Write profiles down for somebody else, without passwords.")
final class ProfileExportVerb extends Verb {
    @Parameters(paramLabel = "NAME", arity = "0..*", description = "The profiles; without any, all.")
    private List<String> names = List.of();

    @Option(names = {"-o",
            "--output"}, paramLabel = "FILE", description = "A new file to write to, instead of standard output.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() {
        var all = new SavedProfiles(session()).store().load();
        var chosen = names.isEmpty() ? all.all() : names.stream().map(all::get).toList();
        if (file.isPresent()) {
            write(session().resolve(file.get()), ProfileText.of(chosen));
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
