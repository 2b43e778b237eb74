package org.athanor.app.manual;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The page that `man athanor` shows: the options that every verb knows, then each verb with its own.
final class ManPage {
    private static final String AFTERWARDS = """
            .SH EXIT STATUS
            .TP
            .B 0
            Done.
            .TP
            .B 1
            Refused or failed; the message on standard error says what, where and what to do.
            .TP
            .B 2
            Wrong usage.
            .TP
            .B 130
            Stopped with Ctrl+C.
            .SH ENVIRONMENT
            .TP
            .BR SQLALCHEMY_DATABASE_URL ", " DATABASE_URL
            The database, where no
            .B \\-\\-url
            is given.
            .TP
            .BR PGPASSWORD ", " PGPASSFILE
            PostgreSQL's password, or the file with it instead of
            .IR ~/.pgpass .
            .TP
            .BR ATHANOR_ENVIRONMENT ", " ATHANOR_READ_ONLY
            As
            .B \\-\\-environment
            and
            .BR \\-\\-read\\-only .
            .TP
            .B ATHANOR_JOURNAL
            .B off
            records no runs.
            .TP
            .B ATHANOR_CACHE
            .B off
            keeps no headers of revisions between calls.
            .TP
            .B ATHANOR_KEYCHAIN
            .B off
            keeps passwords in the vault instead of the keychain.
            .TP
            .B ATHANOR_VAULT_PASSPHRASE
            The vault's passphrase, for programs that run alone.
            .TP
            .BR VISUAL ", " EDITOR
            What
            .B athanor edit
            opens.
            .TP
            .BR XDG_CONFIG_HOME ", " XDG_STATE_HOME ", " XDG_CACHE_HOME
            Where profiles, the journal and the cache are.
            .TP
            .BR NO_COLOR ", " TERM ", " COLUMNS
            Whether there are colours, and how wide lines may be.
            .TP
            .BR ATHANOR_JAVA ", " JAVA_HOME
            The Java to start on, where none came with the program.
            .SH FILES
            .TP
            .I athanor.toml
            A project; Alembic's
            .I alembic.ini
            and
            .I pyproject.toml
            are read as well.
            .TP
            .I ~/.config/athanor
            The profiles, the vault with their passwords, and the window's settings.
            .TP
            .I ~/.cache/athanor
            What the headers of unchanged revisions say.
            .TP
            .I ~/.local/state/athanor
            The journal of runs.
            """;

    private final CommandSpec athanor;
    private final String version;
    private final LocalDate date;

    ManPage(CommandSpec athanor, String version, LocalDate date) {
        this.athanor = athanor;
        this.version = version;
        this.date = date;
    }

    String text() {
        var page = new StringBuilder();
        page.append(".TH ATHANOR 1 \"%s\" \"Athanor %s\" \"User Commands\"\n".formatted(date, version));
        page.append(".SH NAME\nathanor \\- %s\n".formatted(escaped(firstLineOf(athanor))));
        page.append(".SH SYNOPSIS\n.B athanor\n[\\fIOPTION\\fR]... \\fIVERB\\fR [\\fIARGUMENT\\fR]...\n");
        page.append(".SH DESCRIPTION\nWithout a verb, the window opens.\n");
        page.append(".SH OPTIONS\nEvery verb knows these; \\fB\\-c\\fR stands before the verb.\n");
        athanor.options().stream().filter(option -> !option.hidden()).forEach(option -> page.append(entry(option)));
        page.append(".SH VERBS\n");
        verbs(athanor).forEach(verb -> page.append(withItsOwn(verb)));
        return page.append(AFTERWARDS).toString();
    }

    static List<CommandSpec> verbs(CommandSpec command) {
        return command.subcommands().values().stream().map(verb -> verb.getCommandSpec())
                .filter(verb -> !verb.usageMessage().hidden()).toList();
    }

    private static String withItsOwn(CommandSpec verb) {
        return verb(verb) + verbs(verb).stream().map(ManPage::withItsOwn).collect(Collectors.joining());
    }

    private static String verb(CommandSpec verb) {
        var words = verb.positionalParameters().stream().map(ArgSpec::paramLabel)
                .map(label -> "\\fI" + escaped(label) + "\\fR").collect(Collectors.joining(" "));
        var text = new StringBuilder(
                ".SS \\fB%s\\fR [\\fIOPTION\\fR]... %s\n".formatted(verb.qualifiedName(), words));
        text.append(line(lines(verb)));
        verb.positionalParameters().forEach(words1 -> text.append(entry(words1)));
        ownOptions(verb).forEach(option -> text.append(entry(option)));
        return text.toString();
    }

    /// Without those that every verb has.
    static List<OptionSpec> ownOptions(CommandSpec verb) {
        return verb.options().stream().filter(option -> !option.inherited() && !option.hidden())
                .filter(option -> !option.usageHelp() && !option.versionHelp()).toList();
    }

    static String firstLineOf(CommandSpec command) {
        return command.usageMessage().description()[0];
    }

    private static String lines(CommandSpec command) {
        return String.join("\n", command.usageMessage().description());
    }

    private static String entry(OptionSpec option) {
        var names = String.join("\\fR, \\fB", List.of(option.names()).stream().map(ManPage::escaped).toList());
        var value = option.arity().max() == 0 ? "" : " \\fI%s\\fR".formatted(escaped(option.paramLabel()));
        return ".TP\n\\fB%s\\fR%s\n%s".formatted(names, value, line(String.join("\n", option.description())));
    }

    private static String entry(ArgSpec parameter) {
        return ".TP\n\\fI%s\\fR\n%s".formatted(escaped(parameter.paramLabel()),
                line(String.join("\n", parameter.description())));
    }

    private static String line(String text) {
        return text.isBlank() ? "\n" : escaped(text) + "\n";
    }

    /// A minus that may be copied, and no line that a leading full stop or quote would make an order.
    private static String escaped(String text) {
        return text.replace("%n", "\n").replace("%%", "%").replace("\\", "\\e").replace("-", "\\-")
                .replaceAll("(?m)^(?=[.'])", "\\\\&");
    }
}
