package org.athanor.engine.project;

import java.util.List;
import java.util.Optional;

/// The settings of one section of a configuration file, by key, in whatever language the file is.
interface Settings {
    /// The value of a key: nothing if it isn't there; a [Value] that doesn't have the wanted form is for the caller to
    /// report.
    Optional<Value> get(String key);

    List<String> keys();

    /// A value as the file has it, and the line it stands on.
    sealed interface Value {
        int line();

        record Text(String text, int line) implements Value {}

        record Flag(boolean flag, int line) implements Value {}

        record Texts(List<String> texts, int line) implements Value {}

        record Whole(long number, int line) implements Value {}

        /// A value of a form that no setting has.
        record Other(int line) implements Value {}

        /// A text that could not be completed: a reference to something that isn't there.
        record Broken(String reason, int line) implements Value {}
    }
}
