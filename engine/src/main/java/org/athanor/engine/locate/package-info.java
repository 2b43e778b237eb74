/// What is found out by carrying the history out in scratch databases: at which revision a database really is, whatever its
/// version table says, and whether the ways back lead back.
@NullMarked
package org.athanor.engine.locate;

import org.jspecify.annotations.NullMarked;
