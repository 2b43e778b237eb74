package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.Display.Answer;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void without_the_variable_there_is_no_display() {
        assertThat(display(true).look("Linux", Map.of()))
                .isEqualTo(new Answer.Missing("There is no display: the variable DISPLAY is not set."));
    }

    @Test
    void a_display_without_its_socket_is_none() {
        assertThat(display(true).look("Linux", Map.of("DISPLAY", ":7"))).isEqualTo(
                new Answer.Missing("There is no display: DISPLAY is :7, but /tmp/.X11-unix/X7 is not there."));
    }

    @Test
    void a_missing_library_is_named_with_its_package() {
        assertThat(display(false).look("Linux", Map.of("DISPLAY", ":0.0"))).isEqualTo(new Answer.Missing(
                "JavaFX needs the library libgtk-3.so.0, which is not installed (Debian: libgtk-3-0)."));
    }

    @Test
    void a_local_or_a_distant_display_will_do() {
        assertThat(display(true).look("Linux", Map.of("DISPLAY", ":0"))).isEqualTo(new Answer.Available());
        assertThat(display(true).look("Linux", Map.of("DISPLAY", "host:10.0"))).isEqualTo(new Answer.Available());
    }

    @Test
    void a_distant_display_that_does_not_answer_is_none() {
        assertThat(display(true).look("Linux", Map.of("DISPLAY", "host:11"))).isEqualTo(
                new Answer.Missing("There is no display: DISPLAY is host:11, and nothing answers there."));
    }

    @Test
    void other_systems_always_have_one() {
        assertThat(display(false).look("Mac OS X", Map.of())).isEqualTo(new Answer.Available());
    }

    private static Display display(boolean gtk) {
        return new Display(Messages.load(), Set.of(Path.of("/tmp/.X11-unix/X0"))::contains, _ -> gtk,
                (host, port) -> host.equals("host") && port == 6010);
    }
}
