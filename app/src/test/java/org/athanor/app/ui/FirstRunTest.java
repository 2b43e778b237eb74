package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FirstRunTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    @EnabledOnOs(OS.LINUX)
    void without_a_display_the_sample_is_walked_through_and_leaves_a_picture() throws Exception {
        var picture = folder.resolve("first-run.png");
        var program = start(picture);
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var told = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(told).isEqualToNormalizingNewlines("""
                There is no display: the variable DISPLAY is not set.
                Walking through the first run without one.
                """);
        assertThat(said.strip()).isEqualTo(picture.toString());
        assertThat(program.exitValue()).isZero();
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(1280);
    }

    private static Process start(Path picture) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(FirstRunTest::isForEveryProgram)
                .forEach(command::add);
        command.addAll(List.of("-Dathanor.samples=" + Samples.folder(), "-cp", System.getProperty("java.class.path"),
                StudioMain.class.getName(), picture.toString()));
        var program = new ProcessBuilder(command);
        program.environment().remove("DISPLAY");
        return program.start();
    }

    /// The modules, but not what makes the tests' own toolkit headless.
    private static boolean isForEveryProgram(String argument) {
        return argument.toLowerCase(Locale.ROOT).matches("--(module-path|add-modules|add-exports|enable-native).*");
    }
}
