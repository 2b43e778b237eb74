/// What was run, and how it ended.
@NullMarked
package org.athanor.app.ui.journal;

import org.jspecify.annotations.NullMarked;
