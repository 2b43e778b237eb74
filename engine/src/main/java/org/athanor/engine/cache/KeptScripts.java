package org.athanor.engine.cache;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was kept of the scripts of one project for one product, by the names that they were kept under. Each is taken out
/// of the bytes when somebody asks for it.
public final class KeptScripts {
    private final byte[] bytes;
    private final Map<String, Integer> offsets;

    KeptScripts(byte[] bytes, Map<String, Integer> offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    static KeptScripts none() {
        return new KeptScripts(new byte[0], Map.of());
    }

    /// Whether something was kept under a name, right or outdated.
    public boolean has(String name) {
        return offsets.containsKey(name);
    }

    /// What was kept under a name, if its file still bears the same stamp.
    public Optional<KeptScript> find(String name, FileStamp stamp) {
        return find(name).filter(script -> script.stamp().equals(stamp));
    }

    /// Those of these names that were kept.
    public Map<String, KeptScript> all(Collection<String> names) {
        var all = new LinkedHashMap<String, KeptScript>();
        names.forEach(name -> find(name).ifPresent(script -> all.put(name, script)));
        return all;
    }

    private Optional<KeptScript> find(String name) {
        var offset = offsets.get(name);
        try {
            return offset == null ? Optional.empty() : Optional.of(ScriptBytes.script(bytes, offset));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
