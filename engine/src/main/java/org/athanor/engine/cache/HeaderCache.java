package org.athanor.engine.cache;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Keeps the headers of folders of revisions between two calls. A header counts only for a file that still bears the stamp
/// it was read under; whatever else is wrong with what was kept, the files are read instead, and nobody is told.
public interface HeaderCache {
    /// What was kept of a folder.
    KeptHeaders read(Path folder);

    /// Keeps these headers of a folder, and forgets what was kept of it before.
    void write(Path folder, List<KeptHeader> headers);

    /// What was kept of the scripts of a project, for one product.
    KeptScripts scripts(Path project, String product);

    /// Keeps these scripts of a project for one product, and forgets what was kept of them before.
    void keepScripts(Path project, String product, Map<String, KeptScript> scripts);

    /// Whether the header of a file with this stamp may be kept: the file must have been left alone for a while. To be
    /// asked before the file is read.
    boolean isKeepable(FileStamp stamp);

    /// Whether anything is kept at all.
    boolean isOn();

    /// Keeps nothing.
    static HeaderCache off() {
        return new NoCache();
    }

    /// Keeps headers in a folder of this user's own. `program` tells one build of the program from another: what one kept,
    /// another doesn't read.
    static HeaderCache in(Path folder, String program, String user, InstantSource clock) {
        return new FolderCache(folder, program, user, clock);
    }
}
