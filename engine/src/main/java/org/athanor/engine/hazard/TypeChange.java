package org.athanor.engine.hazard;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What a change of a column's type does on PostgreSQL: whether the table is written anew, and what becomes of values that
/// don't fit.
record TypeChange(boolean rewrites, Narrowing narrowing) {
    /// Every value stays what it is; some are refused; some are rounded or cut without a word; or nobody can tell.
    enum Narrowing {
        NONE, REFUSES, CUTS, UNKNOWN
    }

    private static final Pattern FORM = Pattern
            .compile("([a-z0-9_.\" ]+?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?( with(?:out)? time zone)?");
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("character varying", "varchar"),
            Map.entry("character", "char"), Map.entry("bpchar", "char"), Map.entry("int", "integer"),
            Map.entry("int4", "integer"), Map.entry("int8", "bigint"), Map.entry("int2", "smallint"),
            Map.entry("decimal", "numeric"), Map.entry("dec", "numeric"), Map.entry("float4", "real"),
            Map.entry("float8", "double precision"), Map.entry("float", "double precision"),
            Map.entry("bool", "boolean"), Map.entry("varbit", "bit varying"),
            Map.entry("timestamp with time zone", "timestamptz"), Map.entry("time with time zone", "timetz"));
    private static final Set<String> TEXTS = Set.of("text", "varchar", "citext");
    private static final Set<String> TIMES = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");
    private static final Map<String, Integer> WHOLES = Map.of("smallint", 2, "integer", 4, "bigint", 8);
    private static final Set<String> FLOATS = Set.of("real", "double precision");

    /// A type's name in one spelling, and the numbers behind it.
    private record Type(String name, OptionalInt first, OptionalInt second) {
        static Type of(String text) {
            var flat = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            var form = FORM.matcher(flat);
            if (!form.matches()) {
                return new Type(flat, OptionalInt.empty(), OptionalInt.empty());
            }
            var zone = " with time zone".equals(form.group(4)) ? " with time zone" : "";
            var name = form.group(1).strip() + zone;
            return new Type(NAMES.getOrDefault(name, name), number(form.group(2)), number(form.group(3)));
        }

        private static OptionalInt number(@Nullable String digits) {
            return digits == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
        }

        boolean isText() {
            return TEXTS.contains(name) || name.equals("char");
        }

        boolean isNumber() {
            return WHOLES.containsKey(name) || FLOATS.contains(name) || name.equals("numeric");
        }

        int scale() {
            return second.orElse(0);
        }

        /// Whether it takes everything that another type of the same name takes.
        boolean holdsAllOf(Type other) {
            return first.isEmpty() || other.first.isPresent() && other.first.getAsInt() <= first.getAsInt();
        }
    }

    /// `using` says that an expression makes the new values.
    static TypeChange of(String before, String after, boolean using) {
        var from = Type.of(before);
        var to = Type.of(after);
        if (from.equals(to)) {
            return new TypeChange(using, using ? Narrowing.UNKNOWN : Narrowing.NONE);
        }
        return new TypeChange(using || rewrites(from, to), narrowing(from, to, using));
    }

    private static boolean rewrites(Type from, Type to) {
        if (TEXTS.contains(to.name)) {
            return !TEXTS.contains(from.name) || !to.holdsAllOf(from);
        }
        if (!from.name.equals(to.name)) {
            return !(from.name.equals("cidr") && to.name.equals("inet"));
        }
        if (to.name.equals("numeric")) {
            return to.first.isPresent() && (!to.holdsAllOf(from) || to.scale() != from.scale());
        }
        return !(TIMES.contains(to.name) || to.name.equals("bit varying")) || !to.holdsAllOf(from);
    }

    private static Narrowing narrowing(Type from, Type to, boolean using) {
        if (to.isText() && from.isText()) {
            return to.holdsAllOf(from) ? Narrowing.NONE : using ? Narrowing.CUTS : Narrowing.REFUSES;
        }
        if (from.isNumber() && to.isNumber()) {
            return ofNumbers(from, to);
        }
        if (TIMES.contains(from.name) || from.name.equals("date")) {
            return ofTimes(from, to, using);
        }
        boolean textHoldsAll = to.isText() && to.first.isEmpty();
        return textHoldsAll && !using ? Narrowing.NONE : Narrowing.UNKNOWN;
    }

    private static Narrowing ofNumbers(Type from, Type to) {
        if (WHOLES.containsKey(to.name)) {
            boolean wider = WHOLES.getOrDefault(from.name, 9) <= WHOLES.getOrDefault(to.name, 0);
            return wider ? Narrowing.NONE : WHOLES.containsKey(from.name) ? Narrowing.REFUSES : Narrowing.CUTS;
        }
        if (FLOATS.contains(to.name)) {
            boolean exact = from.name.equals("smallint") || from.name.equals("real")
                    || from.name.equals("integer") && to.name.equals("double precision");
            return exact ? Narrowing.NONE : Narrowing.CUTS;
        }
        if (to.first.isEmpty()) {
            return Narrowing.NONE;
        }
        boolean fraction = FLOATS.contains(from.name) || from.name.equals("numeric") && from.first.isEmpty();
        if (fraction || to.scale() < from.scale()) {
            return Narrowing.CUTS;
        }
        int places = to.first.getAsInt() - to.scale();
        int needed = WHOLES.containsKey(from.name)
                ? Map.of(2, 5, 4, 10, 8, 19).getOrDefault(WHOLES.get(from.name), 19)
                : from.first.orElse(0) - from.scale();
        return places >= needed ? Narrowing.NONE : Narrowing.REFUSES;
    }

    private static Narrowing ofTimes(Type from, Type to, boolean using) {
        if (to.isText()) {
            return to.first.isEmpty() ? Narrowing.NONE : Narrowing.REFUSES;
        }
        if (from.name.equals("date")) {
            return to.name.startsWith("timestamp") ? Narrowing.NONE : Narrowing.UNKNOWN;
        }
        if (from.name.equals(to.name)) {
            return to.holdsAllOf(from) ? Narrowing.NONE : Narrowing.CUTS;
        }
        boolean keeps = from.name.equals("timestamp") && to.name.equals("timestamptz");
        boolean known = TIMES.contains(to.name) || to.name.equals("date");
        return keeps && !using ? Narrowing.NONE : known ? Narrowing.CUTS : Narrowing.UNKNOWN;
    }
}
