/// What people read, in one place.
@NullMarked
package org.athanor.app.text;

import org.jspecify.annotations.NullMarked;
