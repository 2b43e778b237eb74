package org.athanor.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The sentences that people read, by key.
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Messages load() {
        return new Messages(ResourceBundle.getBundle("org.athanor.app.text.messages", Locale.ROOT));
    }

    /// The sentence, with its placeholders filled.
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }

    /// The sentence, if there is one.
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }
}
