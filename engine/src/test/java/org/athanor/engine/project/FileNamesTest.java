package org.athanor.engine.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refusal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.athanor.engine.database.VersionTable;
import org.athanor.engine.project.ProjectConfig.NewFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07.000089Z"), ZoneId.of("UTC"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %(rev)s_%(slug)s                          | a1_add_the_tea
            %(year)d_%(month).2d_%(day)02d-%(rev)s    | 2026_03_04-a1
            %%(year)d_%%(rev)s                        | 2026_a1
            %(epoch)s_%(hour)d%(minute)3d%(second).3i | 1772600767_5  6007
            %(year)d/%(slug).3s%%                     | 2026/add%
            """)
    void tokens_are_filled_in_as_python_does(String template, String name) {
        var names = names(template, Optional.empty(), 40);

        assertThat(names.name("a1", Optional.of("Add the tea!"), names.now(CLOCK))).isEqualTo(name);
    }

    @Test
    void a_slug_is_cut_at_a_whole_word() {
        assertThat(slug("Create the table of teas", 12)).isEqualTo("create_the_");
        assertThat(slug("Create the table of teas", 24)).isEqualTo("create_the_table_of_teas");
        assertThat(slug("Unbreakable", 5)).isEqualTo("unbre_");
        assertThat(slug("Ä-b \u8336 x²", 40)).isEqualTo("ä_b_\u8336_x²");
        assertThat(names("%(rev)s_%(slug)s", Optional.empty(), 40).name("a", Optional.empty(), now(Optional.empty())))
                .isEqualTo("a_");
    }

    @Test
    void a_timezone_is_found_in_any_case() {
        assertThat(now(Optional.of("Europe/Berlin")).getHour()).isEqualTo(6);
        assertThat(now(Optional.of("utc")).getHour()).isEqualTo(5);
        assertThat(refusal(() -> now(Optional.of("Mars/Olympus")))).contains("no timezone 'Mars/Olympus'");
    }

    @ParameterizedTest
    @CsvSource({"%(rve)s,%(rve)s", "100%,%", "%(rev)99999999999s,%(rev)999999", "%(rev).1000s,%(rev).1000s"})
    void an_unknown_token_is_refused(String template, String told) {
        assertThat(refusal(() -> names(template, Optional.empty(), 40).name("a", Optional.empty(),
                now(Optional.empty())))).contains("'" + told + "' is not understood in file_template");
    }

    private static String slug(String message, int length) {
        return names("%(slug)s", Optional.empty(), length).name("", Optional.of(message), now(Optional.empty()));
    }

    private static java.time.ZonedDateTime now(Optional<String> timezone) {
        return names("", timezone, 40).now(CLOCK);
    }

    private static FileNames names(String template, Optional<String> timezone, int length) {
        var folder = Path.of("p");
        return new FileNames(new ProjectConfig(folder.resolve("alembic.ini"), folder, folder, List.of(folder), false,
                Optional.empty(), Optional.empty(), VersionTable.DEFAULT, false,
                new NewFiles(template, timezone, length, "utf-8", NewFiles.Format.PYTHON), List.of(), List.of(),
                Map.of()));
    }
}
