/// The list of profiles and where each stands.
@NullMarked
package org.athanor.app.ui.profiles;

import org.jspecify.annotations.NullMarked;
