/// The front door: open a project, ask, plan and run.
@NullMarked
package org.athanor.engine;

import org.jspecify.annotations.NullMarked;
