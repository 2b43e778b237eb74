/// The revision graph: order, ancestry, heads, labels, and what an identifier means in it.
@NullMarked
package org.athanor.engine.graph;

import org.jspecify.annotations.NullMarked;
