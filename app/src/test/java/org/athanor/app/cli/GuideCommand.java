package org.athanor.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One line of a shell, cut into its stages (`a | b`) and words; as much of a shell's language as the guide speaks.
record GuideCommand(List<Stage> stages, int exitCode) {
    private static final Pattern EXIT = Pattern.compile("# exits with (\\d+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*");

    /// A program with its arguments. `text` is what a real shell would read.
    record Stage(String text, List<String> words) {
        private static final List<String> ARROWS = List.of(">", ">>", "2>");

        List<String> assignments() {
            return words.stream().takeWhile(word -> ASSIGNMENT.matcher(word).matches()).toList();
        }

        boolean isAthanor() {
            var program = words.stream().skip(assignments().size()).findFirst().orElse("");
            return program.equals("athanor") || program.endsWith("/bin/athanor");
        }

        List<String> arguments() {
            return words.stream().skip(assignments().size() + 1L).takeWhile(word -> !ARROWS.contains(word)).toList();
        }

        /// Where the output goes: `>` and a file.
        List<String> redirection() {
            return words.stream().dropWhile(word -> !ARROWS.contains(word)).toList();
        }
    }

    static GuideCommand parse(String line, Map<String, String> variables) {
        var stages = new ArrayList<Stage>();
        var words = new ArrayList<String>();
        int begin = 0;
        int at = 0;
        while (at < line.length() && line.charAt(at) != '#') {
            char c = line.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '|') {
                stages.add(new Stage(line.substring(begin, at), List.copyOf(words)));
                words.clear();
                begin = ++at;
            } else {
                at = word(line, at, variables, words);
            }
        }
        stages.add(new Stage(line.substring(begin, at).strip(), List.copyOf(words)));
        var exit = EXIT.matcher(line);
        return new GuideCommand(stages, exit.find() ? Integer.parseInt(exit.group(1)) : 0);
    }

    /// Reads one word with its quotes and variables; where it ends.
    private static int word(String line, int from, Map<String, String> variables, List<String> words) {
        var word = new StringBuilder();
        char quote = 0;
        int at = from;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quote == 0 && (c == ' ' || c == '|')) {
                break;
            }
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (c == '$' && quote != '\'') {
                var name = line.substring(at + 1).chars().takeWhile(Character::isJavaIdentifierPart)
                        .mapToObj(Character::toString).collect(Collectors.joining());
                word.append(variables.getOrDefault(name, ""));
                at += name.length();
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return at;
    }
}
