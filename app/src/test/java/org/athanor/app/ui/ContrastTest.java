package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words can be read on their ground, and lines be seen, in both themes: computed from the colours of the style sheets.
class ContrastTest {
    private static final Path SHEETS = Path.of("src/main/resources/org/athanor/app/ui");
    private static final Pattern COLOR = Pattern.compile("(-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{3,8}|rgba?\\([^)]*\\))");
    private static final double READABLE = 4.5;
    private static final double VISIBLE = 3;
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-row-selected", "-row-hovered");

    @ParameterizedTest
    @CsvSource({"light, primer-light", "dark, primer-dark"})
    void words_can_be_read_everywhere(String theme, String sheet) throws IOException {
        var colors = colors(theme, sheet);

        for (var ground : GROUNDS) {
            for (var ink : List.of("-color-fg-default", "-color-fg-muted", "-color-danger-fg")) {
                assertThat(contrast(colors, ink, ground)).as(ink + " on " + ground).isGreaterThanOrEqualTo(READABLE);
            }
        }
        assertThat(contrast(colors, "-color-fg-default", "-row-hit")).as("id of a hit")
                .isGreaterThanOrEqualTo(READABLE);
        for (var chip : List.of("-environment-local", "-environment-dev", "-environment-staging",
                "-environment-production", "-chip-neutral", "-chip-label")) {
            assertThat(contrast(colors, chip + "-text", chip)).as(chip).isGreaterThanOrEqualTo(READABLE);
        }
        for (var word : List.of("-sql-keyword", "-sql-string", "-sql-number", "-sql-name")) {
            assertThat(contrast(colors, word, "-color-bg-inset")).as(word).isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"light, primer-light", "dark, primer-dark"})
    void lines_and_shapes_can_be_seen_everywhere(String theme, String sheet) throws IOException {
        var colors = colors(theme, sheet);

        for (var ground : GROUNDS) {
            for (var ink : List.of("-lane-1", "-lane-2", "-lane-3", "-lane-4", "-lane-5", "-lane-6",
                    "-color-accent-fg", "-color-warning-fg", "-color-danger-fg")) {
                assertThat(contrast(colors, ink, ground)).as(ink + " on " + ground).isGreaterThanOrEqualTo(VISIBLE);
            }
        }
    }

    private static Map<String, Color> colors(String theme, String sheet) throws IOException {
        var colors = new HashMap<String, Color>();
        try (var base = ContrastTest.class.getResourceAsStream("/atlantafx/base/theme/" + sheet + ".css")) {
            read(new String(Objects.requireNonNull(base).readAllBytes(), StandardCharsets.UTF_8), colors);
        }
        var tokens = Files.readString(SHEETS.resolve("tokens.css"));
        int from = tokens.indexOf(".root." + theme);
        read(tokens.substring(from, tokens.indexOf('}', from)), colors);
        return colors;
    }

    private static void read(String text, Map<String, Color> colors) {
        COLOR.matcher(text).results().forEach(found -> colors.putIfAbsent(found.group(1), Color.web(found.group(2))));
    }

    private static double contrast(Map<String, Color> colors, String ink, String ground) {
        double one = luminance(color(colors, ink));
        double other = luminance(color(colors, ground));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static Color color(Map<String, Color> colors, String name) {
        return Objects.requireNonNull(colors.get(name), name);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
