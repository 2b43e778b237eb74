package org.athanor.engine.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// Who runs something: a person on a machine, by a process of a program. `started` is when that process began: another one
/// may have its number later.
public record Who(String user, String host, long pid, Instant started, String program, String version,
        Optional<String> profile) {
    /// Clocks are set, and systems round the time at which a process began.
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Path LINUX_HOST = Path.of("/proc/sys/kernel/hostname");

    /// This process.
    public static Who here(String program, String version, Optional<String> profile) {
        var process = ProcessHandle.current();
        return new Who(System.getProperty("user.name", "?"), thisHost(), process.pid(), start(process), program,
                version, profile);
    }

    /// Whether this was on that one's machine.
    public boolean isOnHostOf(Who other) {
        return host.equals(other.host);
    }

    /// Whether the process still runs on this machine.
    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> Duration.between(start(process), started).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    @Override
    public String toString() {
        return user + "@" + host;
    }

    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static String thisHost() {
        return Stream.of(linuxHost(), Optional.ofNullable(System.getenv("COMPUTERNAME")))
                .flatMap(Optional::stream).filter(name -> !name.isBlank()).findFirst().orElseGet(Who::networkHost);
    }

    private static Optional<String> linuxHost() {
        try {
            return Files.isReadable(LINUX_HOST) ? Optional.of(Files.readString(LINUX_HOST).strip()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String networkHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "?";
        }
    }
}
