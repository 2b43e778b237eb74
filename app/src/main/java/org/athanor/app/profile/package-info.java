/// Which database a person works with, and how careful they have to be with it.
@NullMarked
package org.athanor.app.profile;

import org.jspecify.annotations.NullMarked;
