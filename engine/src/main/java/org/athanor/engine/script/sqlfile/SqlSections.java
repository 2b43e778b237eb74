package org.athanor.engine.script.sqlfile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

import org.athanor.engine.dialect.Product;
import org.athanor.engine.script.Direction;
import org.athanor.engine.script.TimeLimits;

/// The body of a `.sql` revision, cut at its `-- +` lines.
final class SqlSections {
    /// A stretch of SQL under one section header, in one transaction mode.
    record Part(String text, int firstLine, boolean transactional) {}

    /// A section: which way it goes, for which product (any, if none is named), and its parts.
    record Section(Direction direction, Optional<Product> product, int line, List<Part> parts, TimeLimits limits) {
        Section with(TimeLimits changed) {
            return new Section(direction, product, line, parts, changed);
        }
    }

    /// A line that can't be understood.
    static final class BadSection extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;
        private final String reason;

        BadSection(int line, String reason) {
            super(reason);
            this.line = line;
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        int line() {
            return line;
        }
    }

    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int textLine;
    private boolean transactional = true;

    private SqlSections() {}

    static List<Section> read(String file) throws BadSection {
        var reader = new SqlSections();
        int number = 0;
        for (var line : (Iterable<String>) file.lines()::iterator) {
            number++;
            var trimmed = line.strip();
            if (trimmed.startsWith("-- +")) {
                reader.marker(trimmed.substring(4).strip().split("\\s+"), number);
            } else {
                reader.text(line, number);
            }
        }
        reader.closePart(number + 1);
        return reader.sections;
    }

    private void marker(String[] words, int line) throws BadSection {
        closePart(line + 1);
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "upgrade" -> open(Direction.UPGRADE, words, line);
            case "downgrade" -> open(Direction.DOWNGRADE, words, line);
            case "transaction" -> transaction(words, line);
            case "lock_timeout" -> limit(words, line, TimeLimits::withLock);
            case "statement_timeout" -> limit(words, line, TimeLimits::withStatement);
            default -> throw new BadSection(line, "'-- +%s' is not a section".formatted(words[0]));
        }
    }

    private void open(Direction direction, String[] words, int line) throws BadSection {
        var product = words.length > 1 ? Product.named(words[1]) : Optional.<Product>empty();
        if (words.length > 2 || words.length == 2 && product.isEmpty()) {
            throw new BadSection(line, "'-- +%s' does not name a dialect; there are postgresql and sqlite"
                    .formatted(String.join(" ", words)));
        }
        if (sections.stream().anyMatch(s -> s.direction() == direction && s.product().equals(product))) {
            throw new BadSection(line, "The section '-- +%s' stands twice".formatted(String.join(" ", words)));
        }
        transactional = true;
        sections.add(new Section(direction, product, line, new ArrayList<>(), TimeLimits.NONE));
    }

    private void transaction(String[] words, int line) throws BadSection {
        var mode = words.length == 2 ? words[1] : "";
        if (sections.isEmpty() || !mode.equals("on") && !mode.equals("off")) {
            throw new BadSection(line, "'-- +transaction' stands inside a section and says on or off");
        }
        transactional = mode.equals("on");
    }

    /// A limit goes for a whole section, so it stands before the first statement.
    private void limit(String[] words, int line, BiFunction<TimeLimits, Duration, TimeLimits> with)
            throws BadSection {
        var limit = words.length == 2 ? TimeLimits.duration(words[1]) : Optional.<Duration>empty();
        if (limit.isEmpty()) {
            throw new BadSection(line,
                    "'-- +%s' is followed by a time, such as 500ms, 5s, 2min, or 0 for no limit".formatted(words[0]));
        }
        if (sections.isEmpty() || hasStatement(sections.getLast())) {
            throw new BadSection(line,
                    "'-- +%s' stands inside a section, before its first statement".formatted(words[0]));
        }
        sections.set(sections.size() - 1, sections.getLast().with(with.apply(sections.getLast().limits(),
                limit.get())));
    }

    private static boolean hasStatement(Section section) {
        return section.parts().stream().flatMap(part -> part.text().lines()).map(String::strip)
                .anyMatch(line -> !line.isEmpty() && !line.startsWith("--"));
    }

    private void text(String line, int number) throws BadSection {
        var trimmed = line.strip();
        if (sections.isEmpty()) {
            if (!trimmed.isEmpty() && !trimmed.startsWith("--") && !trimmed.startsWith("\uFEFF--")) {
                throw new BadSection(number, "There is SQL before the first section");
            }
            return;
        }
        text.append(line).append('\n');
    }

    private void closePart(int nextLine) {
        if (!sections.isEmpty() && !text.toString().isBlank()) {
            sections.getLast().parts().add(new Part(text.toString(), textLine, transactional));
        }
        text.setLength(0);
        textLine = nextLine;
    }
}
