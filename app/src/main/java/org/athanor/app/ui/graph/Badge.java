package org.athanor.app.ui.graph;

/// What one should know of a revision before it runs. Each has a shape and a sentence of its own.
public enum Badge {
    LIVE("badge.live"), UNREADABLE("badge.unreadable"), IRREVERSIBLE("badge.irreversible"), EDITED("badge.edited");

    private final String messageKey;

    Badge(String messageKey) {
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
