/// The user's own folders, and files that only they may read.
@NullMarked
package org.athanor.app.files;

import org.jspecify.annotations.NullMarked;
