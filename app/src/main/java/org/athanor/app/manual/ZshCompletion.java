package org.athanor.app.manual;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What zsh offers after `athanor`, in the words of its `_arguments`.
final class ZshCompletion {
    private final CommandSpec athanor;

    ZshCompletion(CommandSpec athanor) {
        this.athanor = athanor;
    }

    String text() {
        return """
                #compdef athanor
                # Made from the program's own model of its command line.

                _athanor() {
                    local context state state_descr line
                    typeset -A opt_args
                %s}

                if [ "$funcstack[1]" = _athanor ]; then
                    _athanor "$@"
                else
                    compdef _athanor athanor
                fi
                """.formatted(choice(athanor).indent(4));
    }

    /// The options of a command with verbs, its verbs, and what each of those takes.
    private static String choice(CommandSpec command) {
        var verbs = ManPage.verbs(command);
        return """
                _arguments -C \\
                %s    '1:verb:->verb' \\
                    '*::argument:->arguments'
                case $state in
                    verb)
                        local -a verbs=(
                %s        )
                        _describe verb verbs
                        ;;
                    arguments)
                        case $line[1] in
                %s        esac
                        ;;
                esac
                """.formatted(options(command, " ".repeat(4)),
                verbs.stream().map(ZshCompletion::described).collect(Collectors.joining()).indent(12),
                verbs.stream().map(ZshCompletion::branch).collect(Collectors.joining()).indent(12));
    }

    private static String described(CommandSpec verb) {
        return quoted(verb.name() + ":" + ManPage.firstLineOf(verb).replace(":", "\\:")) + "\n";
    }

    private static String branch(CommandSpec verb) {
        var body = ManPage.verbs(verb).isEmpty()
                ? "_arguments \\\n" + options(verb, " ".repeat(4)) + parameters(verb, " ".repeat(4))
                : choice(verb);
        return verb.name() + ")\n" + body.indent(4) + "    ;;\n";
    }

    private static String options(CommandSpec command, String indent) {
        return command.options().stream().filter(option -> !option.hidden())
                .map(option -> indent + specification(option) + " \\\n").collect(Collectors.joining());
    }

    private static String specification(OptionSpec option) {
        var names = List.of(option.names());
        var rest = "[%s]%s".formatted(plain(String.join(" ", option.description())),
                option.arity().max() == 0 ? "" : ":" + plain(option.paramLabel()) + ":" + values(option));
        var repeated = option.isMultiValue() ? "*" : "(" + String.join(" ", names) + ")";
        return names.size() == 1
                ? quoted((option.isMultiValue() ? "*" : "") + names.getFirst() + rest)
                : quoted(repeated) + "{" + String.join(",", names) + "}" + quoted(rest);
    }

    /// What nobody can guess is an empty list. A description without any would keep zsh from finishing a verb's options.
    private static String parameters(CommandSpec verb, String indent) {
        var specifications = verb.positionalParameters().stream()
                .map(parameter -> quoted("%s:%s:%s".formatted(place(parameter), plain(parameter.paramLabel()),
                        takesFile(parameter) ? "_files" : "()")))
                .toList();
        return specifications.isEmpty()
                ? indent + "'*: :()'\n"
                : indent + String.join(" \\\n" + indent, specifications) + "\n";
    }

    private static String place(ArgSpec parameter) {
        return parameter.arity().max() > 1 || parameter.isMultiValue() ? "*" : "";
    }

    static String values(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return "(" + candidates(argument) + ")";
        }
        return takesFile(argument) ? "_files" : " ";
    }

    /// In small letters: the command line takes both, and people write these.
    static String candidates(ArgSpec argument) {
        return StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                .map(candidate -> candidate.toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }

    static boolean takesFile(ArgSpec argument) {
        return List.of(argument.typeInfo().getAuxiliaryTypes()).contains(Path.class)
                || argument.typeInfo().getType().equals(Path.class);
    }

    private static String plain(String text) {
        return text.replace("%n", " ").replace("%%", "%").replace("\n", " ").replace("\\", "\\\\")
                .replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
