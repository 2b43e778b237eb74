package org.athanor.app.connection;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.athanor.engine.problem.Problem;

/// What a test of a profile's connection found.
public sealed interface Diagnosis {
    /// It works. `server` is the database's own name and version; `encryption` is the TLS version, if any.
    record Fine(String server, Optional<String> encryption, Duration took) implements Diagnosis {}

    record Failed(Cause cause, Problem problem) implements Diagnosis {}

    /// Why there is no connection, named so that scripts can rely on it.
    enum Cause {
        NAME_NOT_FOUND, REFUSED, TIMED_OUT, WRONG_PASSWORD, NO_PASSWORD, NOT_LET_IN, NO_SUCH_DATABASE, TLS_NOT_OFFERED,
        TLS_WANTED, CERTIFICATE_NOT_TRUSTED, WRONG_HOST_NAME, BAD_CERTIFICATE_FILE, TUNNEL, NOT_A_DATABASE,
        FILE_MISSING,
        FOLDER_MISSING, LOCKED, NO_PERMISSION, NOT_SET_UP, OTHER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
