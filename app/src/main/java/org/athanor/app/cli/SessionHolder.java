package org.athanor.app.cli;

/// A command above others, through which they come to the session.
interface SessionHolder {
    Session session();
}
