package org.athanor.app.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.app.cli.CommandLineFace;

import picocli.AutoComplete;
import picocli.CommandLine;

/// Writes the manual into a folder, laid out as below `/usr/share`. Called by the build of the packages.
public final class Manual {
    /// Picocli lists them as their constants are called; the command line takes small letters, and people write these.
    private static final Pattern VALUES = Pattern.compile("(?<=_option_args=)\\(.*\\)");

    private final CommandLine athanor;
    private final String version;
    private final LocalDate date;

    Manual(CommandLine athanor, String version, LocalDate date) {
        this.athanor = athanor;
        this.version = version;
        this.date = date;
    }

    /// Takes the folder, the version, and the day that the page names.
    public static void main(String[] arguments) throws IOException {
        new Manual(CommandLineFace.everyVerb(), arguments[1], LocalDate.parse(arguments[2]))
                .writeTo(Path.of(arguments[0]));
    }

    void writeTo(Path share) throws IOException {
        write(share.resolve("man/man1/athanor.1"), manPage());
        write(share.resolve("bash-completion/completions/athanor"), bash());
        write(share.resolve("zsh/vendor-completions/_athanor"), zsh());
        write(share.resolve("fish/vendor_completions.d/athanor.fish"), fish());
    }

    String manPage() {
        return new ManPage(athanor.getCommandSpec(), version, date).text();
    }

    String bash() {
        var script = AutoComplete.bash("athanor", athanor);
        return VALUES.matcher(script)
                .replaceAll(values -> Matcher.quoteReplacement(values.group().toLowerCase(Locale.ROOT)));
    }

    String zsh() {
        return new ZshCompletion(athanor.getCommandSpec()).text();
    }

    String fish() {
        return new FishCompletion(athanor.getCommandSpec()).text();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
    }
}
