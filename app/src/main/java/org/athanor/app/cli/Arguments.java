package org.athanor.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/// The options and parameters of one command, each told in the form in which the help shows it, such as
/// `-o, --output FILE`. Picocli is told by calls and not by annotations, which the JVM takes some fifty milliseconds to read
/// at each start: docs/decisions/0004-picocli.md.
final class Arguments {
    private final CommandSpec command;
    private final UnaryOperator<OptionSpec.Builder> manner;

    private Arguments(CommandSpec command, UnaryOperator<OptionSpec.Builder> manner) {
        this.command = command;
        this.manner = manner;
    }

    static Arguments of(CommandSpec command) {
        return new Arguments(command, UnaryOperator.identity());
    }

    /// The same command; its options may stand after the verbs below it, too.
    Arguments inherited() {
        return new Arguments(command, option -> option.scopeType(ScopeType.INHERIT));
    }

    /// The same command; the help doesn't list the options.
    Arguments hidden() {
        return new Arguments(command, option -> option.hidden(true));
    }

    /// The options that every command has: its own help, and the version.
    void addHelp() {
        command.addOption(OptionSpec.builder("-h", "--help").usageHelp(true)
                .description("Show this help message and exit.").build());
        command.addOption(OptionSpec.builder("-V", "--version").versionHelp(true)
                .description("Print version information and exit.").build());
    }

    Given<Boolean> flag(String form, String description) {
        return Given.flag(add(builder(form, description).type(boolean.class)));
    }

    Given<Optional<String>> option(String form, String description) {
        return option(form, String.class, description);
    }

    <T> Given<Optional<T>> option(String form, Class<T> type, String description) {
        return Given.optional(add(builder(form, description).type(type)), type);
    }

    /// An option with a value that it has when nobody names one.
    Given<String> optionOr(String otherwise, String form, String description) {
        return Given.or(otherwise, add(builder(form, description).type(String.class)));
    }

    /// An option that may be given several times.
    Given<List<String>> options(String form, String description) {
        return Given.several(add(builder(form, description).type(List.class).auxiliaryTypes(String.class)));
    }

    /// The same, and each time with several values that commas part.
    Given<List<String>> lists(String form, String description) {
        return Given.several(
                add(builder(form, description).type(List.class).auxiliaryTypes(String.class).splitRegex(",")));
    }

    Given<String> parameter(String label, String description) {
        return parameter(label, String.class, description);
    }

    <T> Given<T> parameter(String label, Class<T> type, String description) {
        return Given.needed(add(place(label, description, "1").type(type)), type);
    }

    Given<Optional<String>> optionalParameter(String label, String description) {
        return optionalParameter(label, String.class, description);
    }

    <T> Given<Optional<T>> optionalParameter(String label, Class<T> type, String description) {
        return Given.optional(add(place(label, description, "0..1").type(type)), type);
    }

    /// All further words, of which there must be so many at least.
    Given<List<String>> parameters(String label, int atLeast, String description) {
        return Given.several(add(place(label, description, atLeast + "..*").index("0..*").type(List.class)
                .auxiliaryTypes(String.class)));
    }

    private OptionSpec.Builder builder(String form, String description) {
        var space = form.lastIndexOf(' ');
        var labelled = space >= 0 && form.charAt(space + 1) != '-';
        var names = labelled ? form.substring(0, space) : form;
        var builder = manner.apply(OptionSpec.builder(names.split(", ", -1)).description(description));
        return labelled ? builder.paramLabel(form.substring(space + 1)) : builder;
    }

    private PositionalParamSpec.Builder place(String label, String description, String arity) {
        return PositionalParamSpec.builder().index(String.valueOf(command.positionalParameters().size()))
                .paramLabel(label).description(description).arity(arity).required(arity.startsWith("1"));
    }

    private OptionSpec add(OptionSpec.Builder option) {
        var built = option.build();
        command.addOption(built);
        return built;
    }

    private PositionalParamSpec add(PositionalParamSpec.Builder parameter) {
        var built = parameter.build();
        command.addPositional(built);
        return built;
    }
}
