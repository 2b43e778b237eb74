/// How arguments are read: as texts, names, numbers and settings.
@NullMarked
package org.athanor.engine.script.python.vocabulary.argument;

import org.jspecify.annotations.NullMarked;
