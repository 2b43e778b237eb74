package org.athanor.engine.script.python.evaluation;

/// How the execution of an instruction goes on.
enum Signal {
    NEXT, BREAK, CONTINUE, RETURN
}
