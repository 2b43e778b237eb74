package org.athanor.app.profile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.athanor.app.files.OwnFile;
import org.athanor.app.files.UserFolder;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/// The window's settings in one readable file, `window.toml`, replaced as a whole. A file with a fault is told and not
/// overwritten.
public final class WindowSettingsStore {
    private static final String FILE = "window.toml";
    private static final Set<String> KEYS = Set.of("theme", "font_size", "motion", "editor");
    private static final String PLACE = "place";

    private final Optional<OwnFile> file;

    private WindowSettingsStore(Optional<Path> file) {
        this.file = file.map(OwnFile::new);
    }

    /// Who has no folder for such things has the usual settings.
    public static WindowSettingsStore of(Map<String, String> environment) {
        return new WindowSettingsStore(
                UserFolder.of(environment).configurationIfAny().map(folder -> folder.resolve(FILE)));
    }

    public WindowSettings load() {
        return file.flatMap(f -> f.read().map(bytes -> read(f.path(), new String(bytes, StandardCharsets.UTF_8))))
                .orElse(WindowSettings.USUAL);
    }

    public void save(WindowSettings settings) {
        load();
        file.ifPresent(f -> f.write(text(settings).getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(WindowSettings settings) {
        return """
                # How Athanor's window looks. theme: system, light or dark; editor: a command with {file} and {line}.
                theme = "%s"
                font_size = %d
                motion = %b
                editor = "%s"
                """.formatted(settings.theme().orElse("system"), settings.fontSize(), settings.motion(),
                Toml.tomlEscape(settings.editor().orElse(""))) + WindowPlaceForm.text(settings.place());
    }

    private static WindowSettings read(Path path, String text) {
        var toml = Toml.parse(text);
        if (toml.hasErrors()) {
            var error = toml.errors().getFirst();
            throw new Refusal(fault(path, error.position().line(), "This is not TOML"));
        }
        var faults = new ArrayList<Problem>();
        toml.keySet().stream().filter(key -> !KEYS.contains(key) && !key.equals(PLACE)).sorted().forEach(
                key -> faults.add(fault(path, ProfileReader.line(toml, key), "'%s' is not a setting".formatted(key))));
        refuse(path, toml, "theme",
                !(toml.get("theme") instanceof String theme) || !Set.of("system", "light", "dark").contains(theme),
                faults);
        refuse(path, toml, "font_size", !(toml.get("font_size") instanceof Long size) || size < WindowSettings.SMALLEST
                || size > WindowSettings.LARGEST, faults);
        refuse(path, toml, "motion", !(toml.get("motion") instanceof Boolean), faults);
        refuse(path, toml, "editor", !(toml.get("editor") instanceof String), faults);
        if (!faults.isEmpty()) {
            throw new Refusal(List.copyOf(faults));
        }
        var usual = WindowSettings.USUAL;
        return new WindowSettings(Optional.ofNullable(toml.getString("theme")).filter(name -> !name.equals("system")),
                toml.get("font_size") instanceof Long size ? size.intValue() : usual.fontSize(),
                toml.get("motion") instanceof Boolean motion ? motion : usual.motion(),
                Optional.ofNullable(toml.getString("editor")).filter(command -> !command.isBlank()),
                WindowPlaceForm.read(toml, PLACE));
    }

    private static void refuse(Path path, TomlTable toml, String key, boolean wrong, List<Problem> faults) {
        if (wrong && toml.contains(key)) {
            faults.add(fault(path, ProfileReader.line(toml, key), "'%s' has no such value".formatted(key)));
        }
    }

    private static Problem fault(Path path, int line, String message) {
        return Problem.at(path, line, ProblemKind.BAD_CONFIG, message,
                "The settings are %s: theme (system, light, dark), font_size (%d to %d), motion (true, false), editor (a command)."
                        .formatted(KEYS.stream().sorted().collect(Collectors.joining(", ")), WindowSettings.SMALLEST,
                                WindowSettings.LARGEST));
    }
}
