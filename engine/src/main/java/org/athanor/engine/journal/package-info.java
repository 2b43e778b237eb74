/// A local record of every run, which can't be changed without being noticed: what was sent, by whom, and how it ended.
@NullMarked
package org.athanor.engine.journal;

import org.jspecify.annotations.NullMarked;
