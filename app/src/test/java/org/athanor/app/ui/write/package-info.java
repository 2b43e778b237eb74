@NullMarked
package org.athanor.app.ui.write;

import org.jspecify.annotations.NullMarked;
