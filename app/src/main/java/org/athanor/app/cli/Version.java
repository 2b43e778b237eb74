package org.athanor.app.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/// The version that was built, as the jar's manifest says.
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[]{"athanor " + version.orElse("(not packaged)")};
    }
}
