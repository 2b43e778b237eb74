/// Two schemas side by side, and whether the database is as its own revisions make it.
@NullMarked
package org.athanor.app.ui.compare;

import org.jspecify.annotations.NullMarked;
