package org.athanor.engine.cache;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What tells one state of a file from another without reading it: its size, when it was changed, to the nanosecond, and
/// which file it is on its disk.
public record FileStamp(long size, long changed, int key) {
    private static final long SETTLING_TIME = TimeUnit.SECONDS.toNanos(2);

    public static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                Objects.hashCode(attributes.fileKey()));
    }

    /// Whether a later change of the file would certainly bear another time. A disk's clock may tick as rarely as every
    /// two seconds, and a file may be changed twice within one tick.
    boolean isSettled(Instant now) {
        long nanoseconds = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        return changed < nanoseconds - SETTLING_TIME;
    }

    /// Written out, because a program that has just started needs long to make these two itself.
    @Override
    public boolean equals(Object other) {
        return other instanceof FileStamp stamp && size == stamp.size && changed == stamp.changed && key == stamp.key;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(size) + Long.hashCode(changed) + key;
    }
}
