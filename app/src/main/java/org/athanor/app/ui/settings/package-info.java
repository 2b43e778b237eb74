/// How the user wants the window.
@NullMarked
package org.athanor.app.ui.settings;

import org.jspecify.annotations.NullMarked;
