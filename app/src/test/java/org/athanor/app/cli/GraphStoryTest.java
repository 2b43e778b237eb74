package org.athanor.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The graph as a file, from the command line.
class GraphStoryTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void svg_goes_to_standard_output_and_is_the_same_each_time() {
        var shell = new Shell(folder);

        var answer = shell.shop("graph");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).startsWith("<?xml").contains("Create the unpaid invoice view", "[billing]");
        assertThat(shell.shop("graph").out()).isEqualTo(answer.out());
    }

    @Test
    void the_ending_of_the_file_says_the_format() throws IOException {
        var shell = new Shell(folder);

        assertThat(shell.shop("graph", "-o", "shop.png").err()).contains("Written: ");
        assertThat(shell.shop("graph", "-o", "shop.mmd").exitCode()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("shop.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(folder.resolve("shop.mmd")).content().startsWith("flowchart BT");
    }

    @Test
    void a_range_draws_those_revisions_alone() {
        var answer = new Shell(folder).shop("graph", "--format", "dot", "be05683d214d:");

        assertThat(answer.out()).contains("3aa1a1a61566").doesNotContain("9f2580d3");
    }

    @Test
    void png_without_a_file_and_folders_that_are_not_there_are_told() {
        var shell = new Shell(folder);

        assertThat(shell.shop("graph", "--format", "png").err()).contains("Name a file with --output.");
        var nowhere = shell.shop("graph", "-o", "nowhere/shop.svg");
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err()).contains("shop.svg", "is there a folder?");
        assertThat(shell.shop("graph", "--format", "gif").exitCode()).isEqualTo(2);
    }

    @Test
    void json_holds_the_document() {
        var json = new Shell(folder).shop("--json", "graph", "--format", "mermaid").json();

        assertThat(json.get("format").asString()).isEqualTo("mermaid");
        assertThat(json.get("document").asString()).startsWith("flowchart BT");
    }
}
