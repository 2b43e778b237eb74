package org.athanor.engine.project;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.ProjectConfig.NewFiles;

/// How new files are named and dated: `file_template`, `truncate_slug_length` and `timezone`.
final class FileNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final Pattern TOKEN = Pattern.compile("%(?:%|\\((\\w+)\\)(0?)(\\d{0,3})(?:\\.(\\d{1,3}))?([sdi])|)");

    private final ProjectConfig config;
    private final NewFiles settings;

    FileNames(ProjectConfig config) {
        this.config = config;
        this.settings = config.newFiles();
    }

    /// The time of a clock, in the configured zone or in the clock's own.
    ZonedDateTime now(Clock clock) {
        return ZonedDateTime.now(zone().map(clock::withZone).orElse(clock));
    }

    private Optional<ZoneId> zone() {
        return settings.timezone().map(String::strip).filter(name -> !name.isEmpty()).map(name -> {
            var known = ZoneId.getAvailableZoneIds();
            if (known.contains(name)) {
                return ZoneId.of(name);
            }
            var upper = name.toUpperCase(Locale.ROOT);
            if (known.contains(upper)) {
                return ZoneId.of(upper);
            }
            throw fault("timezone", "There is no timezone '%s'".formatted(name),
                    "Write it as UTC or Europe/Berlin, or remove the setting for local time.");
        });
    }

    /// The file's path below a folder of revisions, without its ending. It may lead through folders.
    String name(String id, Optional<String> message, ZonedDateTime created) {
        var values = Map.<String, Object>of("rev", id, "slug", slug(message.orElse("")), "epoch",
                created.toEpochSecond(), "year", created.getYear(), "month", created.getMonthValue(), "day",
                created.getDayOfMonth(), "hour", created.getHour(), "minute", created.getMinute(), "second",
                created.getSecond());
        var name = new StringBuilder();
        // A percent sign is doubled in an .ini file; whoever copies the setting from there means the same.
        var template = settings.fileTemplate().replace("%%(", "%(");
        var token = TOKEN.matcher(template);
        int from = 0;
        while (token.find()) {
            name.append(template, from, token.start());
            from = token.end();
            if (token.group().equals("%%")) {
                name.append('%');
            } else if (token.group(1) == null || !values.containsKey(token.group(1))) {
                throw fault("file_template",
                        "'%s' is not understood in file_template".formatted(beginning(template, token.start())),
                        "The tokens are rev, slug, epoch, year, month, day, hour, minute and second, as in %(rev)s or "
                                + "%(month).2d. A percent sign itself is written %%.");
            } else {
                name.append(formatted(values.get(token.group(1)), token.group(2).equals("0"), token.group(3),
                        Optional.ofNullable(token.group(4)), token.group(5)));
            }
        }
        return name.append(template.substring(from)).toString();
    }

    private static String beginning(String template, int from) {
        return template.substring(from, Math.min(template.length(), from + 12));
    }

    /// One value as Python's `%` writes it.
    private String formatted(Object value, boolean zeros, String width, Optional<String> precision, String kind) {
        var text = value.toString();
        if (!kind.equals("s")) {
            if (!(value instanceof Number)) {
                throw fault("file_template", "file_template writes a text as a number", "Write %(rev)s and %(slug)s.");
            }
            text = padded(text, precision.orElse("0"), '0');
        } else if (precision.isPresent()) {
            text = text.substring(0, Math.min(text.length(), Integer.parseInt(precision.get())));
        }
        return padded(text, width.isEmpty() ? "0" : width, zeros && !kind.equals("s") ? '0' : ' ');
    }

    private static String padded(String text, String width, char with) {
        return String.valueOf(with).repeat(Math.max(0, Integer.parseInt(width) - text.length())) + text;
    }

    /// The message's words in lower case, cut at a whole word.
    private String slug(String message) {
        var slug = WORD.matcher(message).results().map(word -> word.group()).collect(Collectors.joining("_"))
                .toLowerCase(Locale.ROOT);
        int longest = settings.truncateSlugLength();
        if (slug.codePointCount(0, slug.length()) <= longest) {
            return slug;
        }
        var cut = slug.substring(0, slug.offsetByCodePoints(0, longest));
        int lastWord = cut.lastIndexOf('_');
        return (lastWord < 0 ? cut : cut.substring(0, lastWord)) + "_";
    }

    private Refusal fault(String key, String message, String hint) {
        return new Refusal(config.problem(key, message, hint));
    }
}
