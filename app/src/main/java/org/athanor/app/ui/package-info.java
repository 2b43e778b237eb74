/// The window: what starts it, and what all of its parts share.
@NullMarked
package org.athanor.app.ui;

import org.jspecify.annotations.NullMarked;
