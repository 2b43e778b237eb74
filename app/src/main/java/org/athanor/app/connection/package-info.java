/// The way from a profile to its database: settings, passwords, tunnels, and what is wrong where it doesn't lead there.
@NullMarked
package org.athanor.app.connection;

import org.jspecify.annotations.NullMarked;
