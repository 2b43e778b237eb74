@NullMarked
package org.athanor.app.ui.palette;

import org.jspecify.annotations.NullMarked;
