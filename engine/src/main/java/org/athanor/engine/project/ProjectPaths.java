package org.athanor.engine.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// Folders as a configuration writes them: absolute, below its own folder, or as `package:folder`. Packages are looked for
/// where Python would be told to look (`prepend_sys_path`), and beside the configuration.
record ProjectPaths(Path file, Path folder, List<String> importFolders) {
    private static final Path WORKING_FOLDER = Path.of("");

    Path of(String text) {
        try {
            int colon = text.indexOf(':');
            if (colon > 1 && !Path.of(text).isAbsolute()) {
                return packaged(text.substring(0, colon).replace('.', '/'), text.substring(colon + 1));
            }
            boolean isOurs = file.endsWith("athanor.toml");
            var here = folder.resolve(text).normalize();
            var fromWorkingFolder = WORKING_FOLDER.resolve(text).toAbsolutePath().normalize();
            return isOurs || Files.exists(here) || !Files.exists(fromWorkingFolder) ? here : fromWorkingFolder;
        } catch (InvalidPathException e) {
            throw new Refusal(Problem.at(file, 0, ProblemKind.BAD_CONFIG,
                    "'%s' is not a path: %s".formatted(text, e.getReason()), "Name a folder."));
        }
    }

    private Path packaged(String module, String resource) {
        var roots = roots();
        return roots.stream().map(root -> root.resolve(module).resolve(resource).normalize()).filter(Files::exists)
                .findFirst().orElseThrow(() -> new Refusal(Problem.at(file, 0, ProblemKind.MISSING_FOLDER,
                        "There is no folder '%s' of a package '%s' in %s".formatted(resource, module.replace('/', '.'),
                                roots.stream().map(Path::toString).collect(Collectors.joining(", "))),
                        "Installed packages are not looked through: name the folder by its path.")));
    }

    private List<Path> roots() {
        var beside = Stream.of(folder, folder.resolve("src"), WORKING_FOLDER.toAbsolutePath());
        var told = importFolders.stream().map(folder::resolve);
        return Stream.concat(told, beside).map(Path::normalize).distinct().toList();
    }
}
