package org.athanor.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class UserCacheTest {
    private static final String LINUX = "Linux";

    @Test
    void the_systems_place_for_caches_is_used() {
        assertThat(folder(LINUX, Map.of("XDG_CACHE_HOME", "/caches", "HOME", "/home/me"))).contains("/caches/athanor");
        assertThat(folder(LINUX, Map.of("HOME", "/home/me"))).contains("/home/me/.cache/athanor");
        assertThat(folder("Mac OS X", Map.of("HOME", "/Users/me"))).contains("/Users/me/Library/Caches/athanor");
        assertThat(folder("Windows 11", Map.of("LOCALAPPDATA", "/Local"))).contains("/Local/athanor/cache");
    }

    @Test
    void a_relative_or_empty_place_is_none() {
        assertThat(folder(LINUX, Map.of("XDG_CACHE_HOME", "caches", "HOME", "/home/me")))
                .contains("/home/me/.cache/athanor");
        assertThat(folder(LINUX, Map.of("HOME", " "))).isEmpty();
        assertThat(folder(LINUX, Map.of())).isEmpty();
    }

    @Test
    void it_is_on_only_for_a_built_program_that_knows_its_place() {
        assertThat(isOn(Map.of("HOME", "/home/me"), Optional.of("1"))).isTrue();
        assertThat(isOn(Map.of("HOME", "/home/me"), Optional.empty())).isFalse();
        assertThat(isOn(Map.of(), Optional.of("1"))).isFalse();
    }

    @Test
    void it_can_be_turned_off() {
        assertThat(isOn(Map.of("HOME", "/home/me", "ATHANOR_CACHE", "off"), Optional.of("1"))).isFalse();
        assertThat(isOn(Map.of("HOME", "/home/me", "ATHANOR_CACHE", "Off"), Optional.of("1"))).isFalse();
    }

    private static Optional<String> folder(String system, Map<String, String> environment) {
        return new UserCache(environment, system, "me").folder().map(Path::toString);
    }

    private static boolean isOn(Map<String, String> environment, Optional<String> program) {
        return new UserCache(environment, LINUX, "me").headers(program).isOn();
    }
}
