/// New files of revisions: looked at, changed, written, taken back.
@NullMarked
package org.athanor.app.ui.write;

import org.jspecify.annotations.NullMarked;
