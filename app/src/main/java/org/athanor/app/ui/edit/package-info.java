/// Files of revisions, read and changed in the window.
@NullMarked
package org.athanor.app.ui.edit;

import org.jspecify.annotations.NullMarked;
