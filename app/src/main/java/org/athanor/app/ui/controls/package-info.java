/// Small parts that several views use.
@NullMarked
package org.athanor.app.ui.controls;

import org.jspecify.annotations.NullMarked;
