package org.athanor.app.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What fish offers after `athanor`: one `complete` for each verb and option, and for the verbs behind a verb.
final class FishCompletion {
    private final CommandSpec athanor;

    FishCompletion(CommandSpec athanor) {
        this.athanor = athanor;
    }

    String text() {
        var lines = new ArrayList<>(
                List.of("# Made from the program's own model of its command line.", "complete -c athanor -f"));
        athanor.options().stream().filter(option -> !option.hidden())
                .forEach(option -> lines.add(line("", option)));
        // Not __fish_use_subcommand: it takes the value of an option for a verb, as in `athanor --profile prod status`.
        addVerbs(lines, athanor, "");
        return String.join("\n", lines) + "\n";
    }

    /// The verbs of a command where none of them was said yet, and behind each its own options, files and verbs.
    private static void addVerbs(List<String> lines, CommandSpec command, String said) {
        var verbs = ManPage.verbs(command);
        var names = verbs.stream().map(CommandSpec::name).collect(Collectors.joining(" "));
        var before = condition(said + "not __fish_seen_subcommand_from " + names);
        for (var verb : verbs) {
            lines.add("complete -c athanor%s -a %s -d %s".formatted(before, verb.name(),
                    quoted(ManPage.firstLineOf(verb))));
            var behind = said + "__fish_seen_subcommand_from " + verb.name();
            ManPage.ownOptions(verb).forEach(option -> lines.add(line(condition(behind), option)));
            if (verb.positionalParameters().stream().anyMatch(ZshCompletion::takesFile)) {
                lines.add("complete -c athanor" + condition(behind) + " -F");
            }
            addVerbs(lines, verb, behind + "; and ");
        }
    }

    private static String condition(String words) {
        return " -n " + quoted(words);
    }

    private static String line(String condition, OptionSpec option) {
        return "complete -c athanor" + condition + names(option) + values(option) + " -d "
                + quoted(String.join(" ", option.description()));
    }

    private static String names(OptionSpec option) {
        return List.of(option.names()).stream().map(FishCompletion::name).collect(Collectors.joining());
    }

    private static String name(String name) {
        if (name.startsWith("--")) {
            return " -l " + name.substring(2);
        }
        return (name.length() == 2 ? " -s " : " -o ") + name.substring(1);
    }

    private static String values(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        if (option.completionCandidates() != null) {
            return " -x -a " + quoted(ZshCompletion.candidates(option));
        }
        return ZshCompletion.takesFile(option) ? " -r -F" : " -x";
    }

    private static String quoted(String text) {
        return "'" + text.replace("%n", " ").replace("%%", "%").replace("\n", " ").replace("\\", "\\\\")
                .replace("'", "\\'") + "'";
    }
}
