@NullMarked
package org.athanor.app.ui;

import org.jspecify.annotations.NullMarked;
