/// The things that the window can do, each described once: menus, keys and the palette show the same.
@NullMarked
package org.athanor.app.ui.action;

import org.jspecify.annotations.NullMarked;
