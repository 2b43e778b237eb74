/// A project: its configuration and its folder of revisions.
@NullMarked
package org.athanor.engine.project;

import org.jspecify.annotations.NullMarked;
