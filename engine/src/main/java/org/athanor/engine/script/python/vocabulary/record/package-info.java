/// What a revision does, kept in its order.
@NullMarked
package org.athanor.engine.script.python.vocabulary.record;

import org.jspecify.annotations.NullMarked;
