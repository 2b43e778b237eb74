package org.athanor.engine.script.python.value;

import java.util.Collection;

/// A module that can tell what `from module import *` brings, without making all of it.
public interface Listed extends Value {
    Collection<String> publicNames();
}
