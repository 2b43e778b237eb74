/// A database: how to reach it, and its version table.
@NullMarked
package org.athanor.engine.database;

import org.jspecify.annotations.NullMarked;
