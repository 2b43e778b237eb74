package org.athanor.engine.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.athanor.engine.project.ProjectConfig.Hook;
import org.athanor.engine.project.Settings.Value;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/// Reads which commands a project wants to be run on its new files.
final class Hooks {
    static final String SECTION = "post_write_hooks";
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private Hooks() {}

    /// `hooks = black`, with `black.type`, `black.options` and so on beside it.
    static List<Hook> ofIni(Settings section) {
        var names = section.get("hooks").map(Hooks::text).orElse("");
        return SEPARATOR.splitAsStream(names).filter(name -> !name.isEmpty()).map(name -> hook(name, section)).toList();
    }

    private static Hook hook(String name, Settings section) {
        var options = new LinkedHashMap<String, String>();
        var prefix = name + ".";
        section.keys().stream().filter(key -> key.startsWith(prefix)).forEach(key -> section.get(key)
                .ifPresent(value -> options.put(key.substring(prefix.length()), text(value))));
        return new Hook(name, options);
    }

    private static String text(Value value) {
        return value instanceof Value.Text(var text, _) ? text : "";
    }

    /// `[[tool.alembic.post_write_hooks]]`, one table for each.
    static List<Hook> ofToml(String text) {
        var tables = Toml.parse(text).get("tool.alembic." + SECTION);
        var hooks = new ArrayList<Hook>();
        if (tables instanceof TomlArray array) {
            array.toList().stream().filter(TomlTable.class::isInstance).map(TomlTable.class::cast)
                    .map(Hooks::hook).forEach(hooks::add);
        }
        return hooks;
    }

    private static Hook hook(TomlTable table) {
        var options = new LinkedHashMap<String, String>();
        table.toMap().forEach((key, value) -> options.put(key, value.toString()));
        var name = options.getOrDefault("name", "");
        options.remove("name");
        return new Hook(name, Map.copyOf(options));
    }
}
