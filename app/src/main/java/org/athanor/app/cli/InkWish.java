package org.athanor.app.cli;

/// Whether there are to be colours: where a terminal shows them, always, or never.
enum InkWish {
    AUTO, ALWAYS, NEVER
}
