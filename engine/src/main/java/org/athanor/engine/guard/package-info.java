/// What may be done to a database, by whom and after which confirmation. The window, the command line and an application all
/// pass through here.
@NullMarked
package org.athanor.engine.guard;

import org.jspecify.annotations.NullMarked;
