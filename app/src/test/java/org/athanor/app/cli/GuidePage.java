package org.athanor.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A page of the guide, cut into its blocks of code and what comments before them tell the test.
record GuidePage(Path file, List<Block> blocks) {
    private static final Pattern FENCE = Pattern.compile("( *)```(\\w*)\\s*");
    private static final Pattern COMMENT = Pattern.compile(" *<!-- *([a-z ]+?)(?:: *(.*?))? *-->\\s*");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "shell", "console");

    /// `<!-- project: shop -->` has the name `project` and the value `shop`.
    record Note(String name, String value) {}

    /// A block; `line` is that of its first line.
    record Block(int line, String language, List<String> lines, List<Note> notes) {
        boolean isShell() {
            return SHELLS.contains(language);
        }

        Optional<String> note(String name) {
            return notes.stream().filter(note -> note.name().equals(name)).map(Note::value).findFirst();
        }

        /// The commands with the output that is shown below each; a line that ends with a backslash goes on.
        List<Command> commands() {
            var commands = new ArrayList<Command>();
            boolean goesOn = false;
            for (int i = 0; i < lines.size(); i++) {
                var text = lines.get(i);
                boolean prompt = text.startsWith("$ ");
                if (goesOn) {
                    commands.add(commands.removeLast().continuedBy(text));
                } else if (prompt || !language.equals("console") && !text.isBlank() && !text.startsWith("#")) {
                    commands.add(new Command(line + i, prompt ? text.substring(2) : text, new ArrayList<>()));
                } else if (language.equals("console") && !commands.isEmpty()) {
                    commands.getLast().shown().add(text);
                }
                goesOn = !commands.isEmpty() && commands.getLast().text().endsWith("\\");
            }
            return commands;
        }
    }

    record Command(int line, String text, List<String> shown) {
        Command continuedBy(String more) {
            return new Command(line, text.substring(0, text.length() - 1).stripTrailing() + " " + more.strip(), shown);
        }
    }

    static GuidePage read(Path file) {
        try {
            return new GuidePage(file, blocks(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(List<String> lines) {
        var blocks = new ArrayList<Block>();
        var notes = new ArrayList<Note>();
        for (int i = 0; i < lines.size(); i++) {
            var comment = COMMENT.matcher(lines.get(i));
            var fence = FENCE.matcher(lines.get(i));
            if (comment.matches()) {
                notes.add(new Note(comment.group(1), Optional.ofNullable(comment.group(2)).orElse("")));
            } else if (fence.matches()) {
                int first = i + 1;
                while (++i < lines.size() && !lines.get(i).strip().equals("```")) {
                    // The block goes on.
                }
                var indent = fence.group(1);
                blocks.add(new Block(first + 1, fence.group(2), lines.subList(first, i).stream()
                        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line).toList(),
                        List.copyOf(notes)));
                notes.clear();
            }
        }
        return blocks;
    }
}
