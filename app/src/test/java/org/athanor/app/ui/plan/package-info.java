@NullMarked
package org.athanor.app.ui.plan;

import org.jspecify.annotations.NullMarked;
