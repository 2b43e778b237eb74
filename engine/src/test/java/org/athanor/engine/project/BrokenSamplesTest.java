package org.athanor.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.athanor.engine.Refusals.refusal;

import java.util.List;

import org.athanor.engine.Samples;
import org.athanor.engine.graph.Histories;
import org.athanor.engine.graph.Identifiers;
import org.athanor.engine.graph.Target;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;

/// What the README of the broken samples promises.
class BrokenSamplesTest {
    @Test
    void a_missing_parent() {
        assertThat(problems("missing-parent")).containsExactly("b2c3d4e5f6a1_create_the_teapot_table.sql:2"
                + " missing-parent: b2c3d4e5f6a1 follows f00df00df00d, which is not in this folder");
    }

    @Test
    void a_cycle() {
        assertThat(problems("cycle"))
                .containsExactly("b2c3d4e5f6a1_create_the_teapot_table.sql:2 cycle: These revisions"
                        + " wait for each other: b2c3d4e5f6a1 -> d4e5f6a1b2c3 -> c3d4e5f6a1b2 -> b2c3d4e5f6a1");
    }

    @Test
    void a_duplicate_id() {
        var first = Samples.folder("broken/duplicate-id").resolve("versions/b2c3d4e5f6a1_create_the_cup_table.sql");

        assertThat(problems("duplicate-id")).containsExactly("b2c3d4e5f6a1_create_the_teapot_table.sql:1 duplicate-id:"
                + " Revision b2c3d4e5f6a1 is already declared in " + first + ":1");
    }

    @Test
    void a_bad_header() {
        assertThat(problems("bad-header")).containsExactly("b2c3d4e5f6a1_create_the_teapot_table.sql:2 bad-header:"
                + " 'dwon_revision' is not a header field");
    }

    @Test
    void two_heads_are_sound_and_not_head() {
        var project = Samples.project("broken/two-heads");

        assertThat(problems("two-heads")).isEmpty();
        assertThat(refusal(
                () -> new Identifiers(project.graph()).named((Target.Named) Target.parse("head"))))
                .isEqualTo("multiple-heads: There are 2 heads: b2c3d4e5f6a1, c3d4e5f6a1b2");
    }

    @Test
    void who_changes_a_database_is_refused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Samples.project("broken/cycle").refuseUnlessSound());
    }

    @Test
    void the_shop_is_sound() {
        var shop = Samples.project("shop");

        assertThat(shop.problems()).isEmpty();
        assertThat(shop.graph().revisions()).hasSize(15);
        assertThat(Histories.names(shop.graph().heads())).isEqualTo("3aa1a1a61566");
    }

    private static List<String> problems(String sample) {
        return Samples.project("broken/" + sample).problems().stream().map(p -> {
            var place = p.place().orElseThrow();
            return place.file().getFileName() + ":" + place.line() + " " + p.kind().code() + ": " + p.message();
        }).toList();
    }
}
