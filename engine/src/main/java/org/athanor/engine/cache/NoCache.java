package org.athanor.engine.cache;

import java.nio.file.Path;
import java.util.List;

/// Keeps nothing.
record NoCache() implements HeaderCache {
    @Override
    public KeptHeaders read(Path folder) {
        return KeptHeaders.none();
    }

    @Override
    public void write(Path folder, List<KeptHeader> headers) {}

    @Override
    public boolean isKeepable(FileStamp stamp) {
        return false;
    }

    @Override
    public boolean isOn() {
        return false;
    }
}
