package org.athanor.app.ui.graph;

/// Whether a revision is in the database, as far as the database has told.
public enum Applied {
    APPLIED("applied.yes"), PENDING("applied.no"), UNKNOWN("applied.unknown");

    private final String messageKey;

    Applied(String messageKey) {
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
