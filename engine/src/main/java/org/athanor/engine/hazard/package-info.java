/// What statements may do to a database that a person should know before they run: judged one by one, with facts about the
/// database where there are some.
@NullMarked
package org.athanor.engine.hazard;

import org.jspecify.annotations.NullMarked;
