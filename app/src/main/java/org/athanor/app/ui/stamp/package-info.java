/// Where a database stands by its schema, and the stamp that says so.
@NullMarked
package org.athanor.app.ui.stamp;

import org.jspecify.annotations.NullMarked;
