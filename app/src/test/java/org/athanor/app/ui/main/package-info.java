@NullMarked
package org.athanor.app.ui.main;

import org.jspecify.annotations.NullMarked;
