/// The plan: every step of a run and every statement it will send, as data.
@NullMarked
package org.athanor.engine.plan;

import org.jspecify.annotations.NullMarked;
