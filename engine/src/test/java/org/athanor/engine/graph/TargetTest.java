package org.athanor.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;

import java.util.Optional;

import org.athanor.engine.graph.Target.Named;
import org.athanor.engine.graph.Target.Relative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void a_name_stands_alone_or_on_a_branch() {
        assertThat(Target.parse("head")).isEqualTo(new Named(Optional.empty(), "head"));
        assertThat(Target.parse("1975ea83b712")).isEqualTo(new Named(Optional.empty(), "1975ea83b712"));
        assertThat(Target.parse("billing@head")).isEqualTo(new Named(Optional.of("billing"), "head"));
    }

    @Test
    void a_branch_without_a_name_means_its_base() {
        assertThat(Target.parse("billing@")).isEqualTo(new Named(Optional.of("billing"), "base"));
    }

    @Test
    void steps_count_from_where_the_database_stands() {
        assertThat(Target.parse("+2")).isEqualTo(new Relative(Optional.empty(), Optional.empty(), 2));
        assertThat(Target.parse("-1")).isEqualTo(new Relative(Optional.empty(), Optional.empty(), -1));
    }

    @Test
    void steps_count_from_a_name_or_on_a_branch() {
        assertThat(Target.parse("1975+2")).isEqualTo(new Relative(Optional.empty(), Optional.of("1975"), 2));
        assertThat(Target.parse("billing@-1")).isEqualTo(new Relative(Optional.of("billing"), Optional.empty(), -1));
        assertThat(Target.parse("billing@head-1"))
                .isEqualTo(new Relative(Optional.of("billing"), Optional.of("head"), -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "billing@head", "+2", "-1", "1975+2", "billing@-1", "billing@head-1", "+0"})
    void a_target_is_told_as_it_was_typed(String text) {
        assertThat(Target.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "@head", "a@b@c"})
    void what_names_nothing_is_refused(String text) {
        assertThat(refusal(() -> Target.parse(text))).isEqualTo("bad-target: '" + text + "' names no revision");
    }

    @Test
    void a_range_is_refused_where_one_revision_is_wanted() {
        assertThat(refusal(() -> Target.parse("a:b")))
                .isEqualTo("bad-target: 'a:b' is a range, and one revision is wanted here");
    }

    @Test
    void more_steps_than_can_be_counted_are_refused() {
        assertThat(refusal(() -> Target.parse("+99999999999")))
                .isEqualTo("bad-target: '+99999999999' counts more steps than there can be");
    }
}
