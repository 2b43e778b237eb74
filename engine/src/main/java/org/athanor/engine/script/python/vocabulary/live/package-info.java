/// What a live database answers, as values of Python: results, rows, what an inspector sees, sessions.
@NullMarked
package org.athanor.engine.script.python.vocabulary.live;

import org.jspecify.annotations.NullMarked;
