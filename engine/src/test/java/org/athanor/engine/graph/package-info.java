@NullMarked
package org.athanor.engine.graph;

import org.jspecify.annotations.NullMarked;
