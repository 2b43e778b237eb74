/// The types of columns and values, as revisions and databases name them; how a product writes them is its dialect's
/// business.
@NullMarked
package org.athanor.engine.type;

import org.jspecify.annotations.NullMarked;
