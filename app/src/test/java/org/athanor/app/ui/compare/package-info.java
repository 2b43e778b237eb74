@NullMarked
package org.athanor.app.ui.compare;

import org.jspecify.annotations.NullMarked;
