/// What is written about the command line for other programs to show: the page for `man`, and completions for shells. All
/// of it comes from picocli's model of the command line, at build time; no call of the program touches this.
@NullMarked
package org.athanor.app.manual;

import org.jspecify.annotations.NullMarked;
