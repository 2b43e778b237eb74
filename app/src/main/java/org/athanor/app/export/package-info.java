/// The graph as files: pictures (SVG, PNG) and texts (DOT, Mermaid), equal byte by byte for equal revisions.
@NullMarked
package org.athanor.app.export;

import org.jspecify.annotations.NullMarked;
