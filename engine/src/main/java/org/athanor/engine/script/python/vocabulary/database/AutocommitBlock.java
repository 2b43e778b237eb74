package org.athanor.engine.script.python.vocabulary.database;

import java.util.Optional;

import org.athanor.engine.script.python.value.Nothing;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.record.Recorder;

/// `with op.get_context().autocommit_block():` what is in it runs outside of the step's transaction.
record AutocommitBlock(Recorder recorder, int line) implements Value {
    @Override
    public String typeName() {
        return "_GeneratorContextManager";
    }

    @Override
    public Value enter() {
        recorder.beginBlock();
        return Nothing.NONE;
    }

    @Override
    public boolean exit(Optional<PythonFault> fault) {
        recorder.endBlock(line);
        return false;
    }
}
