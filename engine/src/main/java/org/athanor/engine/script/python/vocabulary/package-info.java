/// The words of Alembic and SQLAlchemy as Python values: calling them records what a revision does.
@NullMarked
package org.athanor.engine.script.python.vocabulary;

import org.jspecify.annotations.NullMarked;
