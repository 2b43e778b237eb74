/// Athanor's own plain-SQL revisions.
@NullMarked
package org.athanor.engine.script.sqlfile;

import org.jspecify.annotations.NullMarked;
