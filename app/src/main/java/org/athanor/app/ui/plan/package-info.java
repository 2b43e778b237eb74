/// The drawer with the plan: read it, run it, see how it went.
@NullMarked
package org.athanor.app.ui.plan;

import org.jspecify.annotations.NullMarked;
