package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlTable;

/// Reads a file of profiles, and collects all that is wrong with it.
final class ProfileReader {
    private ProfileReader() {}

    static List<Profile> read(Path file, String text) {
        var toml = Toml.parse(text);
        if (toml.hasErrors()) {
            throw new Refusal(toml.errors().stream().map(error -> fault(file, error)).toList());
        }
        var faults = new ArrayList<Problem>();
        var profiles = new ArrayList<Profile>();
        for (var key : toml.keySet()) {
            if (!key.equals("profile") || !toml.isTable(List.of(key))) {
                faults.add(Problem.at(file, line(toml, key), ProblemKind.BAD_PROFILE,
                        "'%s' is not a setting".formatted(key), "A profile begins with a line [profile.name]."));
            }
        }
        if (toml.isTable("profile")) {
            var tables = toml.getTableOrEmpty("profile");
            lines(tables).forEach(name -> {
                var settings = new ProfileSettings(file, name, tables, faults);
                new ProfileForm(settings).profile().ifPresent(profiles::add);
            });
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return profiles;
    }

    /// The parser's own words may repeat what stands in the file, which could be a password.
    private static Problem fault(Path file, TomlParseError error) {
        return Problem.at(file, error.position().line(), ProblemKind.BAD_PROFILE,
                "This is not TOML, from column %d on".formatted(error.position().column()),
                "Texts stand between quotes, and each setting is on a line of its own. Nothing was changed.");
    }

    private static Stream<String> lines(TomlTable tables) {
        return tables.keySet().stream().sorted(java.util.Comparator.comparingInt(name -> line(tables, name)));
    }

    static int line(TomlTable table, String key) {
        var position = table.inputPositionOf(List.of(key));
        return position == null ? 0 : position.line();
    }
}
