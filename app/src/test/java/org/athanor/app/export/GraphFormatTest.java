package org.athanor.app.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

import org.athanor.engine.graph.GeneratedHistory;
import org.athanor.engine.graph.GeneratedHistory.Shape;
import org.athanor.engine.graph.Histories;
import org.athanor.engine.graph.RevisionGraph;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionFile;
import org.athanor.engine.revision.RevisionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GraphFormatTest {
    @ParameterizedTest
    @EnumSource
    void equal_revisions_give_equal_bytes(GraphFormat format) {
        var one = format.write(GeneratedHistory.graph(Shape.DEPENDENCIES, 300));
        var other = format.write(GeneratedHistory.graph(Shape.DEPENDENCIES, 300));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void dot_has_every_revision_and_tells_dependencies_apart() {
        assertThat(text(GraphFormat.DOT, Histories.history("a -> b[billing], x -> y(needs b)"))).isEqualTo("""
                digraph revisions {
                  rankdir=BT;
                  node [shape=box, style=rounded, fontname="monospace", fontsize=10];
                  "y" [label="y\\nDo y", peripheries=2];
                  "b" [label="b\\nDo b\\n[billing]", peripheries=2];
                  "a" [label="a\\nDo a"];
                  "x" [label="x\\nDo x"];
                  "x" -> "y";
                  "b" -> "y" [style=dotted];
                  "a" -> "b";
                }
                """);
    }

    @Test
    void mermaid_has_the_same() {
        assertThat(text(GraphFormat.MERMAID, Histories.history("a -> b, x -> y(needs b)"))).isEqualTo("""
                flowchart BT
                  r0(["y<br/>Do y"])
                  r1(["b<br/>Do b"])
                  r2["a<br/>Do a"]
                  r3["x<br/>Do x"]
                  r3 --> r0
                  r1 -.-> r0
                  r2 --> r1
                """);
    }

    @ParameterizedTest
    @EnumSource
    void no_message_breaks_the_format(GraphFormat format) {
        var graph = RevisionGraph.of(List.of(new Revision(new RevisionId("a\"b<c>&\\"), List.of(), List.of(), List.of(),
                "\"quoted\" <b> & \\ \u0001 # ; ] --> 漢字 🙂", Optional.empty(),
                new RevisionFile(Path.of("a.sql"), RevisionFile.Format.SQL, Map.of()))));

        assertThat(format.write(graph)).isNotEmpty();
        assertThat(text(GraphFormat.MERMAID, graph)).doesNotContain("--> ").contains("#34;quoted#34;");
        assertThat(text(GraphFormat.DOT, graph)).contains("\\\"quoted\\\"");
    }

    @Test
    void svg_can_be_read_as_xml() throws Exception {
        var graph = RevisionGraph.of(List.of(new Revision(new RevisionId("a"), List.of(), List.of(), List.of(),
                "<b> & \u0001 \"x\"", Optional.empty(),
                new RevisionFile(Path.of("a.sql"), RevisionFile.Format.SQL, Map.of()))));

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(GraphFormat.SVG.write(graph)));

        assertThat(document.getElementsByTagName("text").item(1).getTextContent()).isEqualTo("<b> &   \"x\"");
    }

    @Test
    void png_is_a_picture_with_something_on_it() throws IOException {
        var image = ImageIO.read(
                new ByteArrayInputStream(GraphFormat.PNG.write(GeneratedHistory.graph(Shape.OCTOPUS, 50))));

        assertThat(image.getHeight()).isEqualTo(50 * 24 + 32);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(22, 28)).isEqualTo(0xff0969da);
    }

    @Test
    void a_picture_too_large_for_png_is_refused_with_what_to_do() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> GraphFormat.PNG.write(GeneratedHistory.graph(Shape.LINEAR, 10_000)))
                .satisfies(refusal -> assertThat(refusal.problem().text()).contains("10,000 revisions",
                        "Name a range of revisions, or use SVG."));
    }

    @Test
    void some_revisions_are_drawn_without_lines_to_the_others() {
        var graph = Histories.history("a -> b -> c -> d");

        assertThat(new String(GraphFormat.DOT.write(graph, Histories.pick(graph, "d c")), StandardCharsets.UTF_8))
                .contains("\"c\" -> \"d\"").doesNotContain("\"b\"");
    }

    private static String text(GraphFormat format, RevisionGraph graph) {
        return new String(format.write(graph), StandardCharsets.UTF_8);
    }
}
