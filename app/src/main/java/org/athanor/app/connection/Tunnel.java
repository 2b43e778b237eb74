package org.athanor.app.connection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.app.files.UserFolder;
import org.athanor.app.profile.Addresses;
import org.athanor.app.profile.DatabasePlace;
import org.athanor.app.profile.SshAccess;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.Session;

/// A way through SSH to a database's server. Opened when somebody first connects, and opened again, at the same local
/// port, when it has broken.
final class Tunnel implements AutoCloseable {
    private static final String LOCAL = "127.0.0.1";
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
    private static final List<String> USUAL_KEYS = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final DatabasePlace.Server server;
    private final SshAccess access;
    private final Map<String, String> environment;
    private final Passwords passwords;
    private final Duration patience;
    private Optional<Session> session = Optional.empty();
    private int port;
    private boolean reused;

    Tunnel(DatabasePlace.Server server, SshAccess access, Map<String, String> environment, Passwords passwords,
            Optional<Duration> patience) {
        this.server = server;
        this.access = access;
        this.environment = environment;
        this.passwords = passwords;
        this.patience = patience.filter(Duration::isPositive).orElse(USUAL_PATIENCE);
    }

    /// The tunnel's local end.
    synchronized int open() {
        reused = session.filter(Session::isConnected).isPresent();
        if (!reused) {
            close();
            var answers = new TunnelAnswers(access, passwords);
            try {
                var opened = session(answers);
                session = Optional.of(opened);
                opened.connect((int) patience.toMillis());
                port = opened.setPortForwardingL(LOCAL, port, server.host(), server.port());
            } catch (JSchException e) {
                close();
                answers.rethrow();
                throw new Refusal(TunnelFailure.explain(e, access, knownHosts()));
            }
        }
        return port;
    }

    /// Whether it was there already when somebody last wanted it: then nobody knows that it still leads anywhere.
    synchronized boolean isReused() {
        return reused;
    }

    @Override
    public synchronized void close() {
        session.ifPresent(Session::disconnect);
        session = Optional.empty();
    }

    private Session session(TunnelAnswers answers) throws JSchException {
        var jsch = new JSch();
        if (Files.exists(knownHosts())) {
            jsch.setKnownHosts(knownHosts().toString());
        }
        identities(jsch);
        var made = jsch.getSession(access.user(), access.host(), access.port());
        made.setConfig("StrictHostKeyChecking", "yes");
        made.setConfig("PreferredAuthentications", "publickey,keyboard-interactive,password");
        made.setConfig("MaxAuthTries", "6");
        made.setUserInfo(answers);
        made.setDaemonThread(true);
        made.setServerAliveInterval((int) SIGN_OF_LIFE.toMillis());
        return made;
    }

    /// The key that is named; else the agent's; else those that `ssh` itself would try.
    private void identities(JSch jsch) throws JSchException {
        if (access.key().isPresent()) {
            var key = access.key().get();
            if (!Files.isReadable(key)) {
                throw new Refusal(Problem.at(key, 0, ProblemKind.UNREADABLE_FILE, "The SSH key can't be read",
                        "Does the file exist, and may you read it?"));
            }
            jsch.addIdentity(key.toString());
        } else if (access.agent()) {
            agent(jsch);
        } else {
            for (var name : USUAL_KEYS) {
                var key = sshFolder().resolve(name);
                if (Files.isReadable(key)) {
                    jsch.addIdentity(key.toString());
                }
            }
        }
    }

    private void agent(JSch jsch) {
        var socket = Optional.ofNullable(environment.get("SSH_AUTH_SOCK")).filter(text -> !text.isBlank());
        try {
            var connector = socket.isPresent()
                    ? new SSHAgentConnector(Path.of(socket.get()))
                    : new SSHAgentConnector();
            jsch.setIdentityRepository(new AgentIdentityRepository(connector));
        } catch (AgentProxyException _) {
            throw new Refusal(ProblemKind.NO_PASSWORD, "No SSH agent answers",
                    "Start one (ssh-agent), set SSH_AUTH_SOCK, or name a key in the profile.");
        }
    }

    private Path knownHosts() {
        return access.knownHosts().orElseGet(() -> sshFolder().resolve("known_hosts"));
    }

    private Path sshFolder() {
        return UserFolder.of(environment).home().orElse(Path.of("")).resolve(".ssh");
    }

    /// What the password of the machine in between is kept under.
    static String address(SshAccess access) {
        return Addresses.of(access);
    }
}
