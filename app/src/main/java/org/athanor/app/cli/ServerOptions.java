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

/// How a PostgreSQL database is reached, option by option; they add to what a URL says.
final class ServerOptions {
    private final Given<Optional<String>> host;
    private final Given<Optional<Integer>> port;
    private final Given<Optional<String>> database;
    private final Given<Optional<String>> user;
    private final Given<Optional<String>> schema;
    private final Given<Optional<String>> tls;
    private final Given<Optional<Path>> root;
    private final Given<Optional<Path>> certificate;
    private final Given<Optional<Path>> key;
    private final Given<Optional<String>> ssh;
    private final Given<Optional<Path>> sshKey;
    private final Given<Boolean> sshAgent;
    private final Given<Optional<Path>> knownHosts;

    ServerOptions(Arguments arguments) {
        host = arguments.option("--host HOST", "PostgreSQL's host (localhost).");
        port = arguments.option("--port PORT", Integer.class, "Its port (5432).");
        database = arguments.option("--database NAME", "The database's name.");
        user = arguments.option("--user NAME", "The role to work as.");
        schema = arguments.option("--schema NAME", "The schema to work in (search_path).");
        tls = arguments.option("--tls MODE", "disable, allow, prefer, require, verify-ca or verify-full.");
        root = arguments.option("--tls-root-certificate FILE", Path.class, "Who may sign the server's certificate.");
        certificate = arguments.option("--tls-certificate FILE", Path.class, "Our own certificate.");
        key = arguments.option("--tls-key FILE", Path.class, "Its key.");
        ssh = arguments.option("--ssh USER@HOST[:PORT]", "Go through an SSH tunnel. The host must be in known_hosts.");
        sshKey = arguments.option("--ssh-key FILE", Path.class,
                "The key for the tunnel; without one those in ~/.ssh are tried.");
        sshAgent = arguments.flag("--ssh-agent", "Use the keys of the SSH agent.");
        knownHosts = arguments.option("--ssh-known-hosts FILE", Path.class,
                "Where hosts' keys are known from (~/.ssh/known_hosts).");
    }

    boolean isGiven() {
        return host.get().isPresent() || database.get().isPresent() || user.get().isPresent() || port.get().isPresent();
    }

    boolean isAnyGiven() {
        return isGiven() || schema.get().isPresent() || tls.get().isPresent() || root.get().isPresent()
                || certificate.get().isPresent()
                || key.get().isPresent() || ssh.get().isPresent() || sshKey.get().isPresent() || sshAgent.get()
                || knownHosts.get().isPresent();
    }

    /// A server from nothing but these options.
    DatabasePlace.Server server(Session session) {
        var role = user.get().orElseGet(() -> System.getProperty("user.name", "postgres"));
        return on(
                new DatabasePlace.Server("localhost", DatabasePlace.Server.USUAL_PORT, database.get().orElse(role),
                        role,
                        Optional.empty(), Tls.USUAL, Optional.empty(), new PasswordSource.Elsewhere(), Map.of()),
                session);
    }

    /// A server with these options on top.
    DatabasePlace.Server on(DatabasePlace.Server server, Session session) {
        return new DatabasePlace.Server(host.get().orElse(server.host()), port(server.port()),
                database.get().orElse(server.database()),
                user.get().orElse(server.user()), schema.get().or(server::schema), tls(server.tls(), session),
                ssh(session).or(server::ssh), server.password(), server.options());
    }

    private int port(int otherwise) {
        int wanted = port.get().orElse(otherwise);
        if (wanted < 1 || wanted > 65_535) {
            throw new Refusal(ProblemKind.USAGE, "%d is not a port".formatted(wanted),
                    "A port is a number from 1 to 65535.");
        }
        return wanted;
    }

    private Tls tls(Tls before, Session session) {
        var mode = tls.get().map(code -> Tls.Mode.named(code).orElseThrow(() -> new Refusal(ProblemKind.USAGE,
                "There is no TLS mode '%s'".formatted(code), "There are: %s.".formatted(Tls.Mode.all()))));
        return new Tls(mode.orElse(before.mode()), root.get().map(session::resolve).or(before::rootCertificate),
                certificate.get().map(session::resolve).or(before::certificate),
                key.get().map(session::resolve).or(before::key));
    }

    private Optional<SshAccess> ssh(Session session) {
        if (ssh.get().isEmpty() && (sshKey.get().isPresent() || sshAgent.get() || knownHosts.get().isPresent())) {
            throw new Refusal(ProblemKind.USAGE, "--ssh-… belong to --ssh", "Name the tunnel's host: --ssh user@host.");
        }
        if (sshKey.get().isPresent() && sshAgent.get()) {
            throw new Refusal(ProblemKind.USAGE, "--ssh-key and --ssh-agent don't go together", "Give one of them.");
        }
        return ssh.get().map(text -> access(text, session));
    }

    private SshAccess access(String text, Session session) {
        var parts = java.util.regex.Pattern.compile("([^@:]+)@(\\[[^]]+]|[^@:]+)(?::(\\d{1,5}))?").matcher(text);
        if (!parts.matches()) {
            throw new Refusal(ProblemKind.USAGE, "--ssh is not of the form user@host or user@host:port", "Mend it.");
        }
        var sshHost = parts.group(2).replaceAll("[\\[\\]]", "");
        int sshPort = Optional.ofNullable(parts.group(3)).map(Integer::parseInt).orElse(SshAccess.USUAL_PORT);
        return new SshAccess(sshHost, sshPort, parts.group(1), sshKey.get().map(session::resolve), sshAgent.get(),
                knownHosts.get().map(session::resolve), new PasswordSource.Stored());
    }
}
