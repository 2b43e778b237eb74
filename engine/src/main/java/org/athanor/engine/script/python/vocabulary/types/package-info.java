/// SQLAlchemy's types as Python values.
@NullMarked
package org.athanor.engine.script.python.vocabulary.types;

import org.jspecify.annotations.NullMarked;
