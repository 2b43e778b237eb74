package org.athanor.app.ui.graph;

import org.athanor.app.profile.Environment;

/// Marks where a database stands.
public record Pin(String name, Environment environment) {}
