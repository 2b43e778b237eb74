package org.athanor.app.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Says yes to encryption as PostgreSQL does, shows its certificate, and goes no further.
final class TlsServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final ServerSocket door;
    private final SSLContext context;
    private final Path certificate;
    private final Path stranger;

    private TlsServer(ServerSocket door, SSLContext context, Path certificate, Path stranger) {
        this.door = door;
        this.context = context;
        this.certificate = certificate;
        this.stranger = stranger;
    }

    static TlsServer named(String name, Path folder) throws Exception {
        var store = store(name, folder.resolve("server.p12"));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = new TlsServer(new ServerSocket(0, 5, InetAddress.getByName("localhost")), context,
                write(store, folder.resolve("server.pem")),
                write(store("stranger.example", folder.resolve("stranger.p12")), folder.resolve("stranger.pem")));
        Thread.ofVirtual().start(server::serve);
        return server;
    }

    int port() {
        return door.getLocalPort();
    }

    Path certificate() {
        return certificate;
    }

    Path strangerCertificate() {
        return stranger;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                var socket = door.accept();
                Thread.ofPlatform().daemon().start(() -> answer(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            socket.getInputStream().readNBytes(8);
            socket.getOutputStream().write('S');
            try (var secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(),
                    true)) {
                secure.setUseClientMode(false);
                secure.startHandshake();
                secure.getInputStream().readNBytes(1);
            }
        } catch (IOException _) {
            // The other side didn't trust it: that is what it is for.
        }
    }

    private static KeyStore store(String name, Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "server", "-keyalg", "RSA", "-dname",
                "CN=" + name, "-validity", "30", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass",
                PASSWORD, "-ext", "bc=ca:true").inheritIO().start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return store;
        }
    }

    private static Path write(KeyStore store, Path file) throws Exception {
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder()
                .encodeToString(store.getCertificate("server").getEncoded()) + "\n-----END CERTIFICATE-----\n");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
