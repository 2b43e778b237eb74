package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import org.athanor.engine.compare.Detection;
import org.athanor.engine.compare.IgnoreRule;

/// Reads `[athanor.target]`, which a project of Alembic may have in its `alembic.ini`, too.
final class TargetReader {
    static final String SECTION = "athanor.target";
    private static final String TYPE = "compare_type";
    private static final String DEFAULT = "compare_server_default";
    private static final String SCHEMAS = "include_schemas";
    private static final Set<String> KEYS = Set.of("schema", "url", "scratch", "ignore", TYPE, DEFAULT, SCHEMAS);

    private final CheckedSettings settings;
    private final Path folder;
    private final UnaryOperator<String> expand;

    TargetReader(CheckedSettings settings, Path folder, UnaryOperator<String> expand) {
        this.settings = settings;
        this.folder = folder;
        this.expand = expand;
    }

    /// `usual` says what is compared where the section doesn't.
    TargetSettings read(Detection usual) {
        for (var key : settings.keys()) {
            if (!KEYS.contains(key)) {
                settings.fault(key, "'%s' is not a setting of [%s]".formatted(key, SECTION),
                        "The settings are " + String.join(", ", new TreeSet<>(KEYS)) + ".");
            }
        }
        if (settings.has("schema") && settings.has("url")) {
            settings.fault("url", "'schema' and 'url' both say what the database should be like", "Keep one of them.");
        }
        return new TargetSettings(settings.text("schema").map(folder::resolve).map(Path::normalize),
                settings.text("url").map(expand), settings.text("scratch").map(expand), rules(),
                new Detection(settings.has(TYPE) ? settings.flag(TYPE) : usual.types(),
                        settings.has(DEFAULT) ? settings.flag(DEFAULT) : usual.defaults(),
                        settings.has(SCHEMAS) ? settings.flag(SCHEMAS) : usual.schemas()));
    }

    private List<IgnoreRule> rules() {
        var rules = new ArrayList<IgnoreRule>();
        for (var line : settings.lines("ignore")) {
            var rule = IgnoreRule.parse(line);
            rule.ifPresentOrElse(rules::add, () -> settings.fault("ignore",
                    "'%s' is not a rule".formatted(line),
                    "Write the kind, the name and why: \"table spatial_*: made by PostGIS\"."));
        }
        return rules;
    }

    /// Without such a section there is nothing to compare with.
    static Optional<Settings> section(Path file, String text, String path) {
        return TomlSettings.parse(file, text, path).map(s -> s);
    }
}
