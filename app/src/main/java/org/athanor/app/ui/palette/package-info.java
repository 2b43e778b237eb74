/// One field that finds every act, revision and profile.
@NullMarked
package org.athanor.app.ui.palette;

import org.jspecify.annotations.NullMarked;
