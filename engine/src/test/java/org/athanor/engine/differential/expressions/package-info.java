/// The expression language beside the real SQLAlchemy: the same Python source, printed by both.
@NullMarked
package org.athanor.engine.differential.expressions;

import org.jspecify.annotations.NullMarked;
