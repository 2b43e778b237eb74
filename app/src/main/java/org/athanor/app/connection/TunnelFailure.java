package org.athanor.app.connection;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.athanor.app.profile.SshAccess;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;

import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;

/// What a failed way through SSH means for a person.
final class TunnelFailure {
    private TunnelFailure() {}

    static Problem explain(JSchException e, SshAccess access, Path knownHosts) {
        var way = "The SSH tunnel by " + access.address();
        return switch (e) {
            case JSchUnknownHostKeyException _ -> Problem.of(ProblemKind.ACCESS_DENIED,
                    "%s isn't opened: the host's key is not in %s".formatted(way, knownHosts),
                    "Connect once with `ssh%s %s@%s`, compare the fingerprint with what its owner says, and accept it."
                            .formatted(access.port() == SshAccess.USUAL_PORT ? "" : " -p " + access.port(),
                                    access.user(),
                                    access.host()));
            case JSchChangedHostKeyException _ -> Problem.of(ProblemKind.ACCESS_DENIED,
                    "%s isn't opened: the host shows another key than the one in %s".formatted(way, knownHosts),
                    "Somebody may be listening in. Ask its owner whether the key was changed, and only then exchange it.");
            case JSchHostKeyException _ -> Problem.of(ProblemKind.ACCESS_DENIED,
                    "%s isn't opened: the host's key can't be trusted".formatted(way), "Ask the host's owner.");
            default -> byCause(e, way).orElseGet(() -> byWords(e, way));
        };
    }

    private static Optional<Problem> byCause(Throwable e, String way) {
        return switch (e) {
            case UnknownHostException _ -> Optional.of(Problem.of(ProblemKind.CANNOT_CONNECT,
                    way + ": there is no such host", "Check the name of the tunnel's host."));
            case ConnectException _ -> Optional.of(Problem.of(ProblemKind.CANNOT_CONNECT,
                    way + " is refused: nothing answers at that port", "Check host and port, and that sshd runs."));
            case SocketTimeoutException _ -> Optional.of(timeOut(way));
            default -> Optional.ofNullable(e.getCause()).flatMap(cause -> byCause(cause, way));
        };
    }

    private static Problem byWords(JSchException e, String way) {
        var words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("auth") || words.contains("too many")) {
            return Problem.of(ProblemKind.ACCESS_DENIED, way + " isn't opened: the host doesn't let this user in",
                    "Check the user, the key and its passphrase, the agent (ssh-add -l), or the password.");
        }
        if (words.contains("timeout") || words.contains("timed out")) {
            return timeOut(way);
        }
        if (words.contains("privatekey") || words.contains("private key")) {
            return Problem.of(ProblemKind.UNREADABLE_FILE, way + ": the key's file isn't a private key",
                    "Name the private key, not the one that ends in .pub.");
        }
        return Problem.of(ProblemKind.CANNOT_CONNECT, way + " can't be opened: " + e.getMessage(),
                "Does `ssh` itself get there?");
    }

    private static Problem timeOut(String way) {
        return Problem.of(ProblemKind.CANNOT_CONNECT, way + " did not open in time",
                "Check host and port; a firewall may swallow what is sent. connect_timeout gives it longer.");
    }
}
