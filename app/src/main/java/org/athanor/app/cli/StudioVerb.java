package org.athanor.app.cli;

import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Opens the window.
@Command(name = "studio", description = "Open the window.")
final class StudioVerb extends Verb {
    @Option(names = "--sample", description = "Open the sample shop with a database of its own, made in a temporary folder.")
    private boolean sample;

    @Option(names = "--picture", paramLabel = "FILE", description = "Where --sample writes a picture of the window when there is no display to open it on.")
    private Optional<Path> picture = Optional.empty();

    @Override
    public Integer call() {
        output().message("The window is not built yet: " + sample + picture);
        return ExitCode.REFUSED;
    }
}
