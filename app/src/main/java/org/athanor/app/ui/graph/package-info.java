/// The revision graph, drawn on a canvas.
@NullMarked
package org.athanor.app.ui.graph;

import org.jspecify.annotations.NullMarked;
