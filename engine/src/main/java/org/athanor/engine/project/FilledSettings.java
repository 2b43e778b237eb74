package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Texts of `pyproject.toml` may say `%(here)s`, and write a percent sign twice.
record FilledSettings(Settings settings, Path here) implements Settings {
    @Override
    public Optional<Value> get(String key) {
        return settings.get(key).map(value -> switch (value) {
            case Value.Text(var text, var line) -> new Value.Text(filled(text), line);
            case Value.Texts(var texts, var line) ->
                new Value.Texts(texts.stream().map(this::filled).toList(), line);
            case Value.Flag _,Value.Whole _,Value.Other _,Value.Broken _ -> value;
        });
    }

    @Override
    public List<String> keys() {
        return settings.keys();
    }

    private String filled(String text) {
        return text.replace("%(here)s", here.toString()).replace("%%", "%");
    }
}
