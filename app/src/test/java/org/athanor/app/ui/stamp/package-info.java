@NullMarked
package org.athanor.app.ui.stamp;

import org.jspecify.annotations.NullMarked;
