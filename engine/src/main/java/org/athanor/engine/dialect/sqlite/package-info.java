/// SQLite.
@NullMarked
package org.athanor.engine.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
