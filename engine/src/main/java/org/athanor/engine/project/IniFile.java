package org.athanor.engine.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;

/// An `.ini` file as Python's configparser reads it: indented lines continue a value, keys are lower case, and
/// `%(name)s` stands for another value of the section or of `[DEFAULT]`.
final class IniFile {
    private static final Pattern SECTION = Pattern.compile("\\[(.+)]");
    private static final Pattern OPTION = Pattern.compile("(.*?)\\s*[=:]\\s*(.*)");
    private static final Pattern REFERENCE = Pattern.compile("%(?:(%)|\\(([^)]+)\\)s|)");
    private static final int DEEPEST_REFERENCE = 10;
    private static final String DEFAULT = "DEFAULT";

    private final Path file;
    private final Map<String, Map<String, Entry>> sections = new LinkedHashMap<>();
    private final Map<String, String> given;

    private static final class Entry {
        private final List<String> lines = new ArrayList<>();
        private final int line;

        Entry(String first, int line) {
            lines.add(first);
            this.line = line;
        }

        String text() {
            return String.join("\n", lines).stripTrailing();
        }
    }

    private IniFile(Path file, Map<String, String> given) {
        this.file = file;
        this.given = given;
    }

    /// Reads a file's text; `given` are values that every section has, such as `here`.
    static IniFile parse(Path file, String text, Map<String, String> given) {
        var ini = new IniFile(file, given);
        ini.read(text);
        return ini;
    }

    boolean hasSection(String name) {
        return sections.containsKey(name);
    }

    Settings section(String name) {
        return new Section(name);
    }

    private void read(String text) {
        Map<String, Entry> section = null;
        Entry entry = null;
        int indent = 0;
        int number = 0;
        for (var raw : (Iterable<String>) text.lines()::iterator) {
            number++;
            var line = number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
            var stripped = line.strip();
            int indentHere = line.length() - line.stripLeading().length();
            if (stripped.startsWith("#") || stripped.startsWith(";")) {
                continue;
            }
            if (stripped.isEmpty()) {
                if (entry != null) {
                    entry.lines.add("");
                }
                continue;
            }
            if (entry != null && indentHere > indent) {
                entry.lines.add(stripped);
                continue;
            }
            indent = indentHere;
            var header = SECTION.matcher(stripped);
            if (header.lookingAt()) {
                section = openSection(header.group(1), number);
                entry = null;
            } else if (stripped.matches("\\[[^=:]*")) {
                throw refuse(number, "'%s' lacks its closing bracket".formatted(stripped),
                        "Write it as %s].".formatted(stripped));
            } else if (section == null) {
                throw refuse(number, "There is a setting before the first section",
                        "Begin the file with a line `[alembic]`.");
            } else {
                entry = addOption(section, stripped, number);
            }
        }
    }

    private Map<String, Entry> openSection(String name, int line) {
        if (sections.containsKey(name) && !name.equals(DEFAULT)) {
            throw refuse(line, "The section [%s] stands twice".formatted(name), "Join the two.");
        }
        return sections.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    private Entry addOption(Map<String, Entry> section, String line, int number) {
        var option = OPTION.matcher(line);
        if (!option.matches() || option.group(1).isEmpty()) {
            throw refuse(number, "'%s' is not a setting".formatted(line), "Write it as key = value.");
        }
        var entry = new Entry(option.group(2), number);
        var key = option.group(1).strip().toLowerCase(Locale.ROOT);
        if (section.putIfAbsent(key, entry) != null) {
            throw refuse(number, "'%s' is set twice in this section".formatted(key), "Keep one of the two lines.");
        }
        return entry;
    }

    private Refusal refuse(int line, String message, String hint) {
        return new Refusal(Problem.at(file, line, ProblemKind.BAD_CONFIG, message, hint));
    }

    /// One section, with `[DEFAULT]` below it.
    private final class Section implements Settings {
        private final String name;

        Section(String name) {
            this.name = name;
        }

        @Override
        public Optional<Value> get(String key) {
            return entry(key).map(this::value);
        }

        @Override
        public List<String> keys() {
            return List.copyOf(sections.getOrDefault(name, Map.of()).keySet());
        }

        private Value value(Entry entry) {
            try {
                return new Value.Text(expand(entry.text(), 0), entry.line);
            } catch (BadReference e) {
                return new Value.Broken(e.reason, entry.line);
            }
        }

        private Optional<Entry> entry(String key) {
            return Optional.ofNullable(sections.getOrDefault(name, Map.of()).get(key))
                    .or(() -> Optional.ofNullable(sections.getOrDefault(DEFAULT, Map.of()).get(key)));
        }

        private String expand(String text, int depth) throws BadReference {
            if (depth > DEEPEST_REFERENCE) {
                throw new BadReference("its references lead to each other");
            }
            var expanded = new StringBuilder();
            var reference = REFERENCE.matcher(text);
            int from = 0;
            while (reference.find()) {
                expanded.append(text, from, reference.start());
                from = reference.end();
                if (reference.group(1) != null) {
                    expanded.append('%');
                } else if (reference.group(2) != null) {
                    expanded.append(referenced(reference.group(2), depth));
                } else {
                    throw new BadReference("a % must be written %%, or start a reference like %(here)s");
                }
            }
            return expanded.append(text.substring(from)).toString();
        }

        private String referenced(String key, int depth) throws BadReference {
            var lower = key.toLowerCase(Locale.ROOT);
            var entry = entry(lower);
            if (entry.isPresent()) {
                return expand(entry.get().text(), depth + 1);
            }
            var value = given.get(lower);
            if (value == null) {
                throw new BadReference("there is no value '%s' to put in".formatted(key));
            }
            return value;
        }
    }

    private static final class BadReference extends Exception {
        private static final long serialVersionUID = 1;
        private final String reason;

        BadReference(String reason) {
            super(reason);
            this.reason = reason;
        }
    }
}
