@NullMarked
package org.athanor.app.workspace;

import org.jspecify.annotations.NullMarked;
