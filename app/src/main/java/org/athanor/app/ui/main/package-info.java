/// The window as a whole: header, columns, drawer and status bar.
@NullMarked
package org.athanor.app.ui.main;

import org.jspecify.annotations.NullMarked;
