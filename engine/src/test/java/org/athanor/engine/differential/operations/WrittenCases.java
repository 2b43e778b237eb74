package org.athanor.engine.differential.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.differential.operations.RevisionCase.Runs;
import org.athanor.engine.differential.operations.RevisionCase.Side;
import org.athanor.engine.script.Direction;

/// The written set: files of themes in `written/`, each with many cases. A case begins with `# case: its name`; lines of
/// words about it follow (`# given: account`), then the revision without its header.
final class WrittenCases {
    private static final Pattern WORD = Pattern.compile("# (given|only|since|runs): (.*)");
    private static final Pattern EXPECTED = Pattern.compile("# (postgresql|sqlite) (up|down): (.*)");
    private static final Pattern SETUP = Pattern.compile("^def setup\\(\\):\n(?:(?:[ \t].*)?\n)+", Pattern.MULTILINE);
    private static final String CASE = "# case: ";
    private static final String GIVEN = "given.py";
    private static final String SAY = "say.py";

    private WrittenCases() {}

    static List<RevisionCase> all() {
        return all(folder("written"), "");
    }

    /// Those that ask the database, with what they share in front.
    static List<RevisionCase> live() {
        return all(folder("live"), text(folder("live").resolve(SAY)) + "\n\n");
    }

    private static List<RevisionCase> all(Path folder, String shared) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> !f.endsWith(GIVEN) && !f.endsWith(SAY)).sorted().flatMap(f -> read(f, shared))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The functions that cases name after `given:`.
    static String given() {
        return text(folder("written").resolve(GIVEN));
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(WrittenCases.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<RevisionCase> read(Path file, String shared) {
        var lines = text(file).lines().toList();
        var cases = new ArrayList<RevisionCase>();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith(CASE)) {
                cases.add(one(file, start + 1, lines.subList(start, i), shared));
                start = i;
            }
        }
        return cases.stream();
    }

    private static RevisionCase one(Path file, int line, List<String> lines, String shared) {
        var words = new HashMap<String, String>();
        var newest = new HashMap<Side, List<String>>();
        int at = 1;
        for (; at < lines.size(); at++) {
            var word = WORD.matcher(lines.get(at));
            var expected = EXPECTED.matcher(lines.get(at));
            if (word.matches()) {
                words.put(word.group(1), word.group(2));
            } else if (expected.matches()) {
                newest.computeIfAbsent(side(expected.group(1), expected.group(2)), _ -> new ArrayList<>())
                        .add(expected.group(3));
            } else {
                break;
            }
        }
        var body = String.join("\n", lines.subList(at, lines.size())) + "\n";
        var setup = SETUP.matcher(body);
        return new RevisionCase(file.getFileName().toString().replace(".py", ""), line,
                lines.getFirst().substring(CASE.length()), names(words), product(words.get("only")),
                Optional.ofNullable(words.get("since")).map(Since::parse), runs(words.get("runs")), newest,
                setup.find() ? setup.group() : "", shared + complete(setup.replaceFirst("")));
    }

    private static String complete(String body) {
        return body.contains("def downgrade(") ? body : body + "\n\ndef downgrade():\n    pass\n";
    }

    private static Side side(String product, String way) {
        return new Side(Product.named(product).orElseThrow(),
                way.equals("up") ? Direction.UPGRADE : Direction.DOWNGRADE);
    }

    private static List<String> names(Map<String, String> words) {
        return Stream.of(words.getOrDefault("given", "").split(",", -1)).map(String::strip)
                .filter(name -> !name.isEmpty()).toList();
    }

    private static Optional<Product> product(@org.jspecify.annotations.Nullable String word) {
        return Optional.ofNullable(word).flatMap(Product::named);
    }

    /// `postgresql`, `sqlite` or `nowhere`, and why.
    private static Runs runs(@org.jspecify.annotations.Nullable String word) {
        if (word == null) {
            return Runs.EVERYWHERE;
        }
        var first = word.split(" ", 2)[0];
        return first.equals("nowhere")
                ? new Runs(Optional.empty(), true)
                : new Runs(Product.named(first), false);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
