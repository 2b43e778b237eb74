@NullMarked
package org.athanor.app.export;

import org.jspecify.annotations.NullMarked;
