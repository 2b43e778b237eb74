/// The text of SQL expressions and statements, as SQLAlchemy prints it with values in place.
@NullMarked
package org.athanor.engine.dialect.expressions;

import org.jspecify.annotations.NullMarked;
