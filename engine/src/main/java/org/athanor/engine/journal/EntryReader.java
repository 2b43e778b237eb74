package org.athanor.engine.journal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.athanor.engine.plan.Move;
import org.athanor.engine.revision.RevisionId;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// Lines of JSON as entries. A line that isn't one is nothing: a book is read as far as it can be, and its chain says where
/// it was changed.
final class EntryReader {
    private final JsonFactory json = new JsonFactory();
    private final Set<String> leftOut;
    private final Set<String> unread;

    private EntryReader(Set<String> leftOut, Set<String> unread) {
        this.leftOut = leftOut;
        this.unread = unread;
    }

    static EntryReader ofAll() {
        return new EntryReader(Set.of(), Set.of());
    }

    /// Statements and the texts of revisions are left out: they are most of a book.
    static EntryReader ofSteps() {
        return new EntryReader(Set.of("sending", "done"), Set.of("source", "statements"));
    }

    Optional<Line> read(byte[] bytes, int from, int to) {
        try (var parser = json.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            var members = members(parser);
            return members.isEmpty() ? Optional.empty() : Optional.of(line(new Members(members)));
        } catch (StreamReadException | JacksonIOException | IllegalArgumentException | DateTimeException
                | ClassCastException _) {
            return Optional.empty();
        }
    }

    private Map<String, Object> members(JsonParser parser) {
        return parser.nextToken() == JsonToken.START_OBJECT ? object(parser, true) : Map.of();
    }

    private Map<String, Object> object(JsonParser parser, boolean outermost) {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            if (outermost && unread.contains(name) && parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                parser.skipChildren();
                continue;
            }
            var value = value(parser);
            if (outermost && name.equals("what") && leftOut.contains(value.toString())) {
                return Map.of();
            }
            members.put(name, value);
        }
        return members;
    }

    private Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, false);
            case START_ARRAY -> {
                var list = new ArrayList<Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING -> parser.getString();
            case null, default -> throw new IllegalArgumentException("Nothing that a journal holds");
        };
    }

    private static Line line(Members line) {
        return new Line(line.number("n"), Instant.parse(line.text("at")), line.text("run"), entry(line));
    }

    private static Entry entry(Members line) {
        return switch (line.text("what")) {
            case "begin" -> new Entry.Begin(who(line), goal(line), line.text("plan"), line.optional("reason"),
                    line.optional("policy"));
            case "step" -> new Entry.StepBegun(line.integer("step"), line.text("revision"), move(line),
                    ids(line.texts("after")), line.integers("commits_after"));
            case "committed" -> new Entry.Committed(line.integer("step"), line.integer("number"));
            case "sending" -> new Entry.Sending(line.integer("step"), line.integer("number"), line.flag("alone"),
                    line.text("sql"));
            case "done" -> new Entry.Done(line.integer("step"), line.integer("number"), line.number("rows"),
                    line.micros());
            case "applied" -> new Entry.StepDone(line.integer("step"), line.text("revision"), move(line),
                    line.micros(), effects(line),
                    line.optional("fingerprint").map(hash -> new Entry.Source(hash, line.optional("source"),
                            line.text("file"))));
            case "end" -> new Entry.End(Outcome.valueOf(line.text("outcome").toUpperCase(Locale.ROOT)),
                    line.has("applied") ? OptionalInt.of(line.integer("applied")) : OptionalInt.empty(),
                    ids(line.texts("rows")), line.optional("problem"), line.texts("stays"));
            case "mark" -> new Entry.Mark(who(line), line.text("reason"));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static Entry.Goal goal(Members line) {
        return new Entry.Goal(line.text("project"), line.text("database"), line.text("product"),
                line.text("version_table"), move(line), ids(line.texts("from")), ids(line.texts("to")),
                line.integer("steps"), line.integer("statements"));
    }

    private static Who who(Members line) {
        var who = line.object("who");
        return new Who(who.text("user"), who.text("host"), who.number("pid"), Instant.parse(who.text("started")),
                who.text("program"), who.text("version"), who.optional("profile"));
    }

    private static List<Entry.Effect> effects(Members line) {
        return !line.has("statements")
                ? List.of()
                : line.objects("statements").stream()
                        .map(s -> new Entry.Effect(s.integer("number"), s.number("rows"), s.micros())).toList();
    }

    private static Move move(Members line) {
        return Move.valueOf(line.text("move").toUpperCase(Locale.ROOT));
    }

    private static List<RevisionId> ids(List<String> texts) {
        return texts.stream().map(RevisionId::new).toList();
    }

    /// The members of one object, each asked for as what it must be.
    private record Members(Map<String, Object> members) {
        boolean has(String name) {
            return members.containsKey(name);
        }

        private <T> T member(String name, Class<T> type) {
            var value = members.get(name);
            if (value == null) {
                throw new IllegalArgumentException("There is no " + name);
            }
            return type.cast(value);
        }

        String text(String name) {
            return member(name, String.class);
        }

        Optional<String> optional(String name) {
            return has(name) ? Optional.of(text(name)) : Optional.empty();
        }

        long number(String name) {
            return member(name, Long.class);
        }

        int integer(String name) {
            return Math.toIntExact(number(name));
        }

        boolean flag(String name) {
            return member(name, Boolean.class);
        }

        Duration micros() {
            return Duration.ofNanos(number("micros") * 1000);
        }

        List<String> texts(String name) {
            return ((List<?>) member(name, List.class)).stream().map(String.class::cast).toList();
        }

        /// None if there is no such member.
        List<Integer> integers(String name) {
            return has(name)
                    ? ((List<?>) member(name, List.class)).stream().map(n -> Math.toIntExact((Long) n)).toList()
                    : List.of();
        }

        Members object(String name) {
            return of(member(name, Map.class));
        }

        List<Members> objects(String name) {
            return ((List<?>) member(name, List.class)).stream().map(o -> of((Map<?, ?>) o)).toList();
        }

        private static Members of(Map<?, ?> map) {
            var members = new LinkedHashMap<String, Object>();
            map.forEach((name, value) -> members.put((String) name, value));
            return new Members(members);
        }
    }
}
