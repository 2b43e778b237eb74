package org.athanor.app.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;

import javax.net.SocketFactory;

/// Sockets that come out at a tunnel's local end, wherever they are asked to go. So the driver goes on knowing the server
/// by its own name, which its certificate is held against.
public final class TunnelSockets extends SocketFactory {
    private final int port;

    /// The driver makes it, and gives it the tunnel's port.
    public TunnelSockets(String port) {
        this.port = Integer.parseInt(port);
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                super.connect(here(), timeout);
            }

            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                super.connect(here());
            }
        };
    }

    private InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private Socket connected() throws IOException {
        var socket = createSocket();
        socket.connect(here());
        return socket;
    }

    @Override
    public Socket createSocket(String host, int ignored) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int ignored, InetAddress localHost, int localPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int ignored) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int ignored, InetAddress localAddress, int localPort)
            throws IOException {
        return connected();
    }
}
