package org.athanor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every link between the pages leads somewhere, every picture is there, and no page of the guide is left alone.
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\[(?:[^\\[\\]]|\\[[^\\]]*])*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?) *#*");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Path HOME = Path.of(System.getProperty("athanor.samples")).resolveSibling("");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_link_of_every_page_leads_somewhere() {
        var faults = pages().flatMap(page -> faults(page).stream()).toList();

        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    @Test
    void every_page_of_the_guide_is_reached_from_its_index() throws IOException {
        var index = HOME.resolve("docs/guide/README.md");
        try (var files = Files.list(HOME.resolve("docs/guide"))) {
            assertThat(reachedFrom(index)).containsAll(files.filter(file -> file.toString().endsWith(".md")).toList());
        }
        assertThat(reachedFrom(HOME.resolve("README.md"))).contains(index);
    }

    @Test
    void what_leads_nowhere_is_told_with_its_line() throws IOException {
        Files.writeString(folder.resolve("there.md"), "# The `first` one, isn't it?\n");
        var page = Files.writeString(folder.resolve("page.md"), """
                [here](there.md) [part](there.md#the-first-one-isnt-it) [out](https://example.org) [me](#a-title)
                # A title
                `[code](nowhere.md)`
                ```sh
                [code](nowhere.md)
                ```
                [gone](gone.md) [no part](there.md#second)
                ![picture](gone.png)
                """);

        assertThat(faults(page)).containsExactly(page + ":7: gone.md isn't there",
                page + ":7: there.md#second: there.md has no such heading", page + ":8: gone.png isn't there");
    }

    private record Link(int line, String to) {}

    private static Stream<Path> pages() {
        try (var docs = Files.walk(HOME.resolve("docs")); var samples = Files.walk(HOME.resolve("migrations-sample"))) {
            var root = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(HOME::resolve);
            return Stream.of(root, docs, samples).flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(Path page) {
        var faults = new ArrayList<String>();
        for (var link : links(page)) {
            var target = target(page, link.to);
            var where = page + ":" + link.line + ": " + link.to;
            if (!Files.exists(target)) {
                faults.add(where + " isn't there");
            } else if (link.to.contains("#") && !anchors(target).contains(link.to.replaceFirst(".*#", ""))) {
                faults.add("%s: %s has no such heading".formatted(where, target.getFileName()));
            }
        }
        return faults;
    }

    private static Set<Path> reachedFrom(Path start) {
        var reached = new HashSet<Path>(Set.of(start));
        var waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            var page = waiting.remove();
            links(page).stream().map(link -> target(page, link.to)).filter(file -> file.toString().endsWith(".md"))
                    .filter(Files::isRegularFile).filter(reached::add).forEach(waiting::add);
        }
        return reached;
    }

    private static Path target(Path page, String link) {
        var file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    /// The links of a page that stay in the project.
    private static List<Link> links(Path page) {
        var links = new ArrayList<Link>();
        var lines = prose(page);
        for (int i = 0; i < lines.size(); i++) {
            var match = LINK.matcher(lines.get(i));
            while (match.find()) {
                if (!match.group(1).matches("[a-z]+:.*")) {
                    links.add(new Link(i + 1, match.group(1)));
                }
            }
        }
        return links;
    }

    /// The headings as GitHub names them in links.
    private static Set<String> anchors(Path page) {
        var anchors = new HashSet<String>();
        var seen = new HashMap<String, Integer>();
        for (var line : read(page)) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                var name = heading.group(1).replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1").toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
                int before = seen.merge(name, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? name : name + "-" + before);
            }
        }
        return anchors;
    }

    /// The lines without blocks and pieces of code, as empty ones.
    private static List<String> prose(Path page) {
        var lines = new ArrayList<String>();
        boolean code = false;
        for (var line : read(page)) {
            boolean fence = line.strip().startsWith("```");
            code ^= fence;
            lines.add(code || fence ? "" : CODE.matcher(line).replaceAll("code"));
        }
        return lines;
    }

    private static List<String> read(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
