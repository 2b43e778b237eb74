/// PostgreSQL.
@NullMarked
package org.athanor.engine.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
