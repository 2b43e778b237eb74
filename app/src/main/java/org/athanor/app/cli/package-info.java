/// The command line: one thin class per verb.
@NullMarked
package org.athanor.app.cli;

import org.jspecify.annotations.NullMarked;
