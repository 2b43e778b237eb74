package org.athanor.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;

class UserJournalTest {
    private static final String LINUX = "Linux";

    @Test
    void the_systems_place_for_such_things_is_used() {
        assertThat(folder(LINUX, Map.of("XDG_STATE_HOME", "/state", "HOME", "/home/me")))
                .contains("/state/athanor/journal");
        assertThat(folder(LINUX, Map.of("HOME", "/home/me"))).contains("/home/me/.local/state/athanor/journal");
        assertThat(folder("Mac OS X", Map.of("HOME", "/Users/me")))
                .contains("/Users/me/Library/Application Support/athanor/journal");
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", "/Local"))).contains("/Local/athanor/journal");
    }

    @Test
    void without_a_place_nothing_runs() {
        var nowhere = new UserJournal(Map.of("XDG_STATE_HOME", "relative"), LINUX);

        assertThat(nowhere.journal(Optional.empty())).isEmpty();
        assertThat(assertThatExceptionOfType(Refusal.class).isThrownBy(nowhere::refuseWithoutPlace).actual().problem()
                .kind()).isEqualTo(ProblemKind.CANNOT_WRITE);
    }

    @Test
    void it_can_be_turned_off() {
        var off = new UserJournal(Map.of("HOME", "/home/me", "ATHANOR_JOURNAL", "Off"), LINUX);

        assertThat(off.journal(Optional.empty())).isEmpty();
        off.refuseWithoutPlace();
    }

    private static Optional<String> folder(String system, Map<String, String> environment) {
        return new UserJournal(environment, system).folder().map(Path::toString);
    }
}
