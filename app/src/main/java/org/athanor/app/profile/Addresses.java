package org.athanor.app.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the passwords of a profile are kept under: the places that they open.
public final class Addresses {
    private Addresses() {}

    public static List<String> of(Profile profile) {
        return profile.server().stream().flatMap(server -> Stream.concat(Stream.of(server.address()),
                server.ssh().stream().flatMap(ssh -> Stream.concat(Stream.of(of(ssh)),
                        ssh.key().stream().map(Addresses::ofKey)))))
                .toList();
    }

    public static String of(SshAccess access) {
        return "ssh://%s@%s:%d".formatted(access.user(), access.host(), access.port());
    }

    public static String ofKey(Path key) {
        return "ssh-key:" + key;
    }
}
