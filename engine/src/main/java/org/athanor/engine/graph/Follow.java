package org.athanor.engine.graph;

/// Which edges count when the graph is walked: down revisions only, the lines that a branch is made of; or
/// dependencies too, and so everything that must be applied first.
public enum Follow {
    PARENTS, PARENTS_AND_DEPENDENCIES
}
