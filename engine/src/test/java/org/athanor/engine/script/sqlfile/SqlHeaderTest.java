package org.athanor.engine.script.sqlfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;
import org.junit.jupiter.api.Test;

class SqlHeaderTest {
    private static final Path FILE = Path.of("versions/x.sql");

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void a_full_header_becomes_a_revision() {
        var revision = read("""
                -- revision: d
                -- down_revision: b, c
                -- branch_labels: billing, tax
                -- depends_on: x, money
                -- message: Merge: all of it
                -- created: 2026-11-21T09:00:00Z

                -- +upgrade
                """);

        assertThat(revision).contains(new Revision(new RevisionId("d"), List.of(new RevisionId("b"),
                new RevisionId("c")), List.of("x", "money"), List.of("billing", "tax"), "Merge: all of it",
                Optional.of("2026-11-21T09:00:00Z"),
                new RevisionFile(FILE, RevisionFile.Format.SQL, Map.of("revision", 1, "down_revision", 2,
                        "branch_labels", 3, "depends_on", 4, "message", 5, "created", 6))));
        assertThat(problems).isEmpty();
    }

    @Test
    void id_and_parent_are_enough() {
        assertThat(read("-- revision: a\n-- down_revision:\n-- +upgrade\n").orElseThrow().isBase()).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_are_understood() {
        var revision = read("\uFEFF-- revision: a\r\n-- down_revision: b\r\n-- message: Hello\r\n");

        assertThat(problems).isEmpty();
        assertThat(revision.orElseThrow().message()).isEqualTo("Hello");
    }

    @Test
    void plain_comments_may_stand_between() {
        read("-- Written by hand, for the shop.\n-- revision: a\n--\n-- down_revision:\n");

        assertThat(problems).isEmpty();
    }

    @Test
    void the_header_ends_at_the_first_section_or_statement() {
        assertThat(read("-- revision: a\n-- down_revision:\n-- +upgrade\n-- note: not a field\n")).isPresent();
        assertThat(read("-- revision: a\n-- down_revision:\nSELECT 1;\n-- note: not a field\n")).isPresent();
        assertThat(problems).isEmpty();
    }

    @Test
    void a_key_that_is_not_one_is_told_with_its_line() {
        assertThat(read("-- revision: b\n-- dwon_revision: a\n")).isEmpty();
        assertThat(told()).containsExactly("versions/x.sql:2 bad-header: 'dwon_revision' is not a header field");
    }

    @Test
    void a_missing_parent_line_is_told() {
        assertThat(read("-- revision: b\n-- message: x\n")).isEmpty();
        assertThat(told()).containsExactly("versions/x.sql:1 bad-header: The header has no 'down_revision' line");
    }

    @Test
    void a_file_without_a_header_is_told() {
        assertThat(read("CREATE TABLE t (id integer);\n")).isEmpty();
        assertThat(told()).containsExactly("versions/x.sql:1 no-header: The header has no 'revision' line");
    }

    @Test
    void an_empty_id_is_told() {
        assertThat(read("-- message: x\n-- revision:\n-- down_revision:\n")).isEmpty();
        assertThat(told()).containsExactly("versions/x.sql:2 bad-header: The revision has no id");
    }

    @Test
    void a_field_that_stands_twice_is_told() {
        assertThat(read("-- revision: b\n-- down_revision: a\n-- down_revision: c\n")).isEmpty();
        assertThat(told()).containsExactly("versions/x.sql:3 bad-header: 'down_revision' stands twice in the header");
    }

    @Test
    void signs_with_a_meaning_can_not_be_part_of_a_name() {
        assertThat(read("-- revision: a@b\n-- down_revision:\n-- branch_labels: ok, not-ok\n")).isEmpty();
        assertThat(told()).containsExactly(
                "versions/x.sql:1 bad-id: 'a@b' can't be used in revision: @ + - : , and blanks have a meaning of their own",
                "versions/x.sql:3 bad-id: 'not-ok' can't be used in branch_labels: @ + - : , and blanks have a meaning of"
                        + " their own");
    }

    @Test
    void two_ids_in_one_revision_line_are_refused() {
        assertThat(read("-- revision: a, b\n-- down_revision:\n")).isEmpty();
        assertThat(told()).containsExactly("versions/x.sql:1 bad-id: 'a, b' can't be used in revision: @ + - : , and"
                + " blanks have a meaning of their own");
    }

    private Optional<Revision> read(String text) {
        return SqlHeader.read(FILE, text, problems::add);
    }

    private List<String> told() {
        return problems.stream().map(p -> p.place().orElseThrow() + " " + p.kind().code() + ": " + p.message())
                .toList();
    }
}
