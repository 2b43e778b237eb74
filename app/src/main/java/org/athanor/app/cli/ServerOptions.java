package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.PasswordSource;
import org.athanor.app.profile.SshAccess;
import org.athanor.app.profile.Tls;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import picocli.CommandLine.Option;

/// How a PostgreSQL database is reached, option by option; they add to what a URL says.
final class ServerOptions {
    @Option(names = "--host", paramLabel = "HOST", description = "PostgreSQL's host (localhost).")
    private Optional<String> host = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "Its port (5432).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--database", paramLabel = "NAME", description = "The database's name.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "The role to work as.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--schema", paramLabel = "NAME", description = "The schema to work in (search_path).")
    private Optional<String> schema = Optional.empty();

    @Option(names = "--tls", paramLabel = "MODE", description = "disable, allow, prefer, require, verify-ca or verify-full.")
    private Optional<String> tls = Optional.empty();

    @Option(names = "--tls-root-certificate", paramLabel = "FILE", description = "Who may sign the server's certificate.")
    private Optional<Path> root = Optional.empty();

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "Our own certificate.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Its key.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--ssh", paramLabel = "USER@HOST[:PORT]", description = "Go through an SSH tunnel. The host must be in known_hosts.")
    private Optional<String> ssh = Optional.empty();

    @Option(names = "--ssh-key", paramLabel = "FILE", description = "The key for the tunnel; without one those in ~/.ssh are tried.")
    private Optional<Path> sshKey = Optional.empty();

    @Option(names = "--ssh-agent", description = "Use the keys of the SSH agent.")
    private boolean sshAgent;

    @Option(names = "--ssh-known-hosts", paramLabel = "FILE", description = "Where hosts' keys are known from (~/.ssh/known_hosts).")
    private Optional<Path> knownHosts = Optional.empty();

    boolean isGiven() {
        return host.isPresent() || database.isPresent() || user.isPresent() || port.isPresent();
    }

    boolean isAnyGiven() {
        return isGiven() || schema.isPresent() || tls.isPresent() || root.isPresent() || certificate.isPresent()
                || key.isPresent() || ssh.isPresent() || sshKey.isPresent() || sshAgent || knownHosts.isPresent();
    }

    /// A server from nothing but these options.
    DatabasePlace.Server server(Session session) {
        var role = user.orElseGet(() -> System.getProperty("user.name", "postgres"));
        return on(new DatabasePlace.Server("localhost", DatabasePlace.Server.USUAL_PORT, database.orElse(role), role,
                Optional.empty(), Tls.USUAL, Optional.empty(), new PasswordSource.Elsewhere(), Map.of()), session);
    }

    /// A server with these options on top.
    DatabasePlace.Server on(DatabasePlace.Server server, Session session) {
        return new DatabasePlace.Server(host.orElse(server.host()), port(server.port()),
                database.orElse(server.database()),
                user.orElse(server.user()), schema.or(server::schema), tls(server.tls(), session),
                ssh(session).or(server::ssh), server.password(), server.options());
    }

    private int port(int otherwise) {
        int wanted = port.orElse(otherwise);
        if (wanted < 1 || wanted > 65_535) {
            throw new Refusal(ProblemKind.USAGE, "%d is not a port".formatted(wanted),
                    "A port is a number from 1 to 65535.");
        }
        return wanted;
    }

    private Tls tls(Tls before, Session session) {
        var mode = tls.map(code -> Tls.Mode.named(code).orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "There is no TLS mode '%s'".formatted(code), "There are: %s.".formatted(Tls.Mode.all()))));
        return new Tls(mode.orElse(before.mode()), root.map(session::resolve).or(before::rootCertificate),
                certificate.map(session::resolve).or(before::certificate), key.map(session::resolve).or(before::key));
    }

    private Optional<SshAccess> ssh(Session session) {
        if (ssh.isEmpty() && (sshKey.isPresent() || sshAgent || knownHosts.isPresent())) {
            throw new Refusal(ProblemKind.USAGE, "--ssh-… belong to --ssh", "Name the tunnel's host: --ssh user@host.");
        }
        if (sshKey.isPresent() && sshAgent) {
            throw new Refusal(ProblemKind.USAGE, "--ssh-key and --ssh-agent don't go together", "Give one of them.");
        }
        return ssh.map(text -> access(text, session));
    }

    private SshAccess access(String text, Session session) {
        var parts = java.util.regex.Pattern.compile("([^@:]+)@(\\[[^]]+]|[^@:]+)(?::(\\d{1,5}))?").matcher(text);
        if (!parts.matches()) {
            throw new Refusal(ProblemKind.USAGE, "--ssh is not of the form user@host or user@host:port", "Mend it.");
        }
        var sshHost = parts.group(2).replaceAll("[\\[\\]]", "");
        int sshPort = Optional.ofNullable(parts.group(3)).map(Integer::parseInt).orElse(SshAccess.USUAL_PORT);
        return new SshAccess(sshHost, sshPort, parts.group(1), sshKey.map(session::resolve), sshAgent,
                knownHosts.map(session::resolve), new PasswordSource.Stored());
    }
}
