package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a connection is encrypted, and which certificates speak for whom.
public record Tls(Mode mode, Optional<Path> rootCertificate, Optional<Path> certificate, Optional<Path> key) {
    public static final Tls USUAL = new Tls(Mode.PREFER, Optional.empty(), Optional.empty(), Optional.empty());

    /// PostgreSQL's `sslmode`.
    public enum Mode {
        DISABLE, ALLOW, PREFER, REQUIRE, VERIFY_CA, VERIFY_FULL;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Mode> named(String code) {
            return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
        }

        public static String all() {
            return Arrays.stream(values()).map(Mode::code).collect(Collectors.joining(", "));
        }
    }

    public Tls with(Mode other) {
        return new Tls(other, rootCertificate, certificate, key);
    }
}
