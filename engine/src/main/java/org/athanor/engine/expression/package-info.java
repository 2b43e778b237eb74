/// The small model of SQL that defaults, conditions and data steps need: values, columns, functions, select, insert,
/// update and delete. Texts are the dialect's business.
@NullMarked
package org.athanor.engine.expression;

import org.jspecify.annotations.NullMarked;
