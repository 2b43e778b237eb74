package org.athanor.app.profile;

import java.util.Locale;
import java.util.Set;

/// What the driver's options are to a profile.
final class DriverOptions {
    /// Those for which a profile has settings.
    private static final Set<String> OF_PROFILE = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey", "currentSchema",
            "connectTimeout", "loginTimeout", "user", "host", "port", "dbname", "ssl");
    /// Those that would load code, or that a tunnel needs.
    private static final Set<String> REFUSED = Set.of("socketFactory", "socketFactoryArg", "sslfactory",
            "sslfactoryarg", "authenticationPluginClassName", "sslpasswordcallback", "xmlFactoryFactory");

    private DriverOptions() {}

    static boolean isSecret(String option) {
        var name = option.toLowerCase(Locale.ROOT);
        return name.contains("password") && !name.equals("passwordencryption");
    }

    static boolean isOfProfile(String option) {
        return OF_PROFILE.contains(option);
    }

    static boolean isRefused(String option) {
        return REFUSED.contains(option);
    }
}
