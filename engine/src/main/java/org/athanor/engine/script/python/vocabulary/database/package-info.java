/// The connection, the migration context and the dialect as revisions see them, and what needs a live database.
@NullMarked
package org.athanor.engine.script.python.vocabulary.database;

import org.jspecify.annotations.NullMarked;
