package org.athanor.engine.cache;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Keeps nothing.
record NoCache() implements HeaderCache {
    @Override
    public KeptHeaders read(Path folder) {
        return KeptHeaders.none();
    }

    @Override
    public void write(Path folder, List<KeptHeader> headers) {}

    @Override
    public KeptScripts scripts(Path project, String product) {
        return KeptScripts.none();
    }

    @Override
    public void keepScripts(Path project, String product, Map<String, KeptScript> scripts) {}

    @Override
    public boolean isKeepable(FileStamp stamp) {
        return false;
    }

    @Override
    public boolean isOn() {
        return false;
    }
}
