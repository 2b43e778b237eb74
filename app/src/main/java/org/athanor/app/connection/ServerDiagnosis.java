package org.athanor.app.connection;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.athanor.app.connection.Diagnosis.Cause;
import org.athanor.app.profile.Tls;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.SqlFailure;

/// Why a PostgreSQL server can't be worked with, by what the driver tells.
record ServerDiagnosis(ConnectionSettings settings, Optional<Tls> tls) {
    Diagnosis of(SQLException e) {
        return network(e).or(() -> encryption(e)).or(() -> state(e)).orElseGet(() -> new Diagnosis.Failed(Cause.OTHER,
                SqlFailure.explain(e, settings.display())));
    }

    private Optional<Diagnosis> network(SQLException e) {
        if (causes(e).anyMatch(UnknownHostException.class::isInstance)) {
            return found(Cause.NAME_NOT_FOUND, "%s: there is no host of this name",
                    "Check the host's name. Behind a VPN, or a tunnel? Then open that first.");
        }
        if (causes(e).anyMatch(cause -> cause instanceof SocketTimeoutException) || isOutOfTime(e)) {
            return found(Cause.TIMED_OUT, "%s did not answer in time",
                    "Check host and port; a firewall may swallow what is sent. A longer time-out helps a slow way.");
        }
        if (causes(e).anyMatch(cause -> cause instanceof ConnectException || cause instanceof NoRouteToHostException)) {
            return found(Cause.REFUSED, "%s: nothing answers at this host and port",
                    "Does the server run, does it listen there (listen_addresses, port), does a firewall let you through?");
        }
        return Optional.empty();
    }

    /// The driver's own watch on the whole login has no cause that would tell.
    private static boolean isOutOfTime(SQLException e) {
        return "08001".equals(e.getSQLState()) && e.getCause() == null && words(e).contains("timed out");
    }

    private Optional<Diagnosis> encryption(SQLException e) {
        if (words(e).contains("hostnameverifier") || words(e).contains("hostname verif")) {
            return found(Cause.WRONG_HOST_NAME, "%s: the server's certificate is for another host name",
                    "Use the name in the certificate as host; verify-ca asks for less.");
        }
        if (causes(e).anyMatch(cause -> cause instanceof CertPathBuilderException
                || cause instanceof CertPathValidatorException || cause instanceof CertificateException)) {
            return found(Cause.CERTIFICATE_NOT_TRUSTED, "%s: the server's certificate is not trusted",
                    "Name the certificate of who signed it as root certificate.");
        }
        if (words(e).contains("ssl") && "08004".equals(e.getSQLState())) {
            return found(Cause.TLS_NOT_OFFERED, "%s: the server doesn't encrypt connections",
                    "Switch TLS on there (ssl = on), or choose prefer or disable if the way is safe without.");
        }
        if (words(e).contains("certificate") && words(e).contains("file") || words(e).contains("ssl key")
                || words(e).contains("root cert")) {
            return found(Cause.BAD_CERTIFICATE_FILE, "%s: a certificate's file can't be used: " + plain(e),
                    "Check the paths of the TLS certificates; a key is in PKCS-8 DER or PKCS-12 form.");
        }
        return causes(e).anyMatch(SSLException.class::isInstance)
                ? found(Cause.CERTIFICATE_NOT_TRUSTED, "%s: encryption could not be agreed on: " + plain(e),
                        "Check the TLS mode and the certificates.")
                : Optional.empty();
    }

    private Optional<Diagnosis> state(SQLException e) {
        return switch (String.valueOf(e.getSQLState())) {
            case "28P01" -> found(Cause.WRONG_PASSWORD, "%s: user or password is wrong: " + plain(e),
                    "Type the password again; is it this user's?");
            case "28000" ->
                words(e).contains("no encryption") && tls.map(Tls::mode).orElse(Tls.Mode.PREFER) == Tls.Mode.DISABLE
                        ? found(Cause.TLS_WANTED, "%s: the server wants an encrypted connection",
                                "Choose a TLS mode from require up.")
                        : found(Cause.NOT_LET_IN, "%s: the server doesn't let this user in from here: " + plain(e),
                                "Does the role exist, and does pg_hba.conf have a line for it, this database and this machine?");
            case "08004" -> found(Cause.NO_PASSWORD, "%s: the server asks for a password, and there is none",
                    "Give the profile a password, or put it into PGPASSWORD or .pgpass.");
            case "3D000" -> found(Cause.NO_SUCH_DATABASE, "%s: the server has no database of this name",
                    "Create it, or check its name.");
            case "42501" -> found(Cause.NO_PERMISSION, "%s: " + plain(e), "Ask for the right to connect.");
            default -> Optional.empty();
        };
    }

    private Optional<Diagnosis> found(Cause cause, String message, String hint) {
        return Optional.of(ConnectionTest.failed(cause, message.replaceFirst("%s", java.util.regex.Matcher
                .quoteReplacement(settings.display())), hint));
    }

    private static String plain(SQLException e) {
        return SqlFailure.message(e);
    }

    private static String words(SQLException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }
}
