package org.athanor.app.secret;

import java.util.Optional;

import org.athanor.engine.database.Secret;

/// Keeps passwords, each under the address that it opens.
public interface SecretBox {
    Optional<Secret> find(String address);

    void keep(String address, Secret secret);

    void forget(String address);
}
