/// One open profile: its project, its database and what is known of both. Knows no window.
@NullMarked
package org.athanor.app.workspace;

import org.jspecify.annotations.NullMarked;
