package org.athanor.app.ui;

import java.nio.file.Path;

/// Opens the sample in a program of its own, as the command line does.
final class StudioMain {
    private StudioMain() {}

    static void main(String[] arguments) {
        System.exit(Studio.open(StudioRequest.sample(Samples.folder()).picture(Path.of(arguments[0]))));
    }
}
