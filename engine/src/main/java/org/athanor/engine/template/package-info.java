/// The templates that new files are written from: the part of Mako that such templates use.
@NullMarked
package org.athanor.engine.template;

import org.jspecify.annotations.NullMarked;
