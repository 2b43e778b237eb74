/// The inspector: everything about one revision.
@NullMarked
package org.athanor.app.ui.revision;

import org.jspecify.annotations.NullMarked;
