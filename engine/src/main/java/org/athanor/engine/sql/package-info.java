/// SQL as text: statements and how a script is split into them.
@NullMarked
package org.athanor.engine.sql;

import org.jspecify.annotations.NullMarked;
