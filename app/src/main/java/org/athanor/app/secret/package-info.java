/// Where passwords come from and where they are kept: never in a readable file.
@NullMarked
package org.athanor.app.secret;

import org.jspecify.annotations.NullMarked;
