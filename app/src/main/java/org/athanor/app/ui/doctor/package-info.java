/// What is wrong with a project, and what each of its revisions is.
@NullMarked
package org.athanor.app.ui.doctor;

import org.jspecify.annotations.NullMarked;
