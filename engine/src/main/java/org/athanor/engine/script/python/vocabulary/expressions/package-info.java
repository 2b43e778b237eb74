/// SQLAlchemy's expression language as Python values: operators and methods build SQL expressions and statements.
@NullMarked
package org.athanor.engine.script.python.vocabulary.expressions;

import org.jspecify.annotations.NullMarked;
