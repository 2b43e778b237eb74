/// Running a plan, and telling truly what was applied.
@NullMarked
package org.athanor.engine.run;

import org.jspecify.annotations.NullMarked;
