/// Athanor as a program: the command line and the window over one engine.
@NullMarked
package org.athanor.app;

import org.jspecify.annotations.NullMarked;
