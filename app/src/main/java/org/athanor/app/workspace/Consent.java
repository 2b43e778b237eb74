package org.athanor.app.workspace;

import java.util.Optional;

/// What a person has typed so that a plan may run all the same: the database's name, where something is destroyed, and a
/// reason, where something speaks against it.
public record Consent(Optional<String> databaseName, Optional<String> reason) {
    public static final Consent NONE = new Consent(Optional.empty(), Optional.empty());
}
