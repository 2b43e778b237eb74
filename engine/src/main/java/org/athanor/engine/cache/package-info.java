/// Headers of revisions that were read once, kept in a user's cache folder for the next time.
@NullMarked
package org.athanor.engine.cache;

import org.jspecify.annotations.NullMarked;
