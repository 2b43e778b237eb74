package org.athanor.engine.script.python.vocabulary.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.athanor.engine.schema.Constraint;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.python.value.Dictionary;
import org.athanor.engine.script.python.value.PythonFault;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.type.Name;

/// How names are made for what has none: patterns by kind (`ix`, `uq`, `ck`, `fk`, `pk`).
public record NamingConvention(Map<String, String> patterns) {
    public static final NamingConvention DEFAULT = new NamingConvention(Map.of("ix", "ix_%(column_0_label)s"));
    private static final Pattern TOKEN = Pattern.compile("%\\((\\w+)\\)s|%%");
    private static final Pattern COLUMN = Pattern.compile("(referred_)?column_(0(_?)N|\\d+)_(name|label|key)");

    public NamingConvention {
        patterns = Map.copyOf(patterns);
    }

    /// What a revision passes as `naming_convention=`; the default one where that is nothing.
    public static NamingConvention of(Optional<Value> value, String function) {
        if (value.isEmpty() || value.get() instanceof Dictionary empty && empty.entries().isEmpty()) {
            return DEFAULT;
        }
        return new NamingConvention(patterns(value.get(), function));
    }

    /// The patterns that a revision gives, by their kinds.
    public static Map<String, String> patterns(Value value, String function) {
        if (!(value instanceof Dictionary dictionary)) {
            throw PythonFault.raised("TypeError",
                    "%s: argument 'naming_convention' must be a dict, not %s".formatted(function, value.typeName()));
        }
        var patterns = new LinkedHashMap<String, String>();
        dictionary.entries().forEach((kind, pattern) -> patterns.put(
                Given.asText(kind).orElseThrow(() -> PythonFault.unreadable(
                        "a naming convention by class isn't read; use 'ix', 'uq', 'ck', 'fk' and 'pk'")),
                Given.asText(pattern).orElseThrow(() -> PythonFault.unreadable(
                        "a naming convention with a function of its own isn't read"))));
        return patterns;
    }

    /// What is to be named: the columns it is over, and for a foreign key what they refer to.
    public record Subject(TableName table, List<String> columns, Optional<TableName> target,
            List<String> targetColumns) {}

    /// The constraint with the name that it has in the end.
    public Constraint named(Constraint constraint, TableName table) {
        var target = constraint instanceof Constraint.ForeignKey key
                ? Optional.of(key.target())
                : Optional.<TableName>empty();
        List<String> targetColumns = constraint instanceof Constraint.ForeignKey key ? key.targetColumns() : List.of();
        var subject = new Subject(table, ConstraintNames.columns(constraint), target, targetColumns);
        return ConstraintNames.renamed(constraint,
                name(ConstraintNames.convention(constraint), constraint.name(), subject));
    }

    /// The name in the end: the given one, unless the convention has a use for it or there is none.
    public Optional<Name> name(String kind, Optional<Name> given, Subject subject) {
        var pattern = Optional.ofNullable(patterns.get(kind));
        if (pattern.isEmpty() || given.filter(Name::made).isPresent()
                || given.isPresent() && !pattern.get().contains("constraint_name")) {
            return given;
        }
        return Optional.of(Name.made(filled(pattern.get(), given, subject)));
    }

    private String filled(String pattern, Optional<Name> given, Subject subject) {
        return TOKEN.matcher(pattern).replaceAll(m -> Matcher.quoteReplacement(
                m.group(1) == null ? "%" : token(m.group(1), given, subject)));
    }

    private String token(String token, Optional<Name> given, Subject subject) {
        var column = COLUMN.matcher(token);
        return switch (token) {
            case "table_name" -> subject.table.name();
            case "referred_table_name" -> subject.target.map(TableName::name).orElseThrow(() -> unknown(token));
            case "constraint_name" -> given.map(Name::text).orElseThrow(() -> PythonFault.raised("InvalidRequestError",
                    "Naming convention including %(constraint_name)s token requires that constraint is explicitly named."));
            default -> {
                if (!column.matches()) {
                    throw unknown(token);
                }
                yield columns(column, subject);
            }
        };
    }

    private static String columns(Matcher token, Subject subject) {
        var names = token.group(1) == null ? subject.columns : subject.targetColumns;
        var which = token.group(2);
        if (!which.endsWith("N")) {
            int index = Integer.parseInt(which);
            return index < names.size() ? labelled(token.group(4), names.get(index), subject) : "";
        }
        var parts = new ArrayList<String>();
        names.forEach(n -> parts.add(labelled(token.group(4), n, subject)));
        return String.join(token.group(3), parts);
    }

    private static String labelled(String what, String column, Subject subject) {
        return what.equals("label")
                ? subject.table.schema().map(s -> s.replace('.', '_') + "_").orElse("") + subject.table.name() + "_"
                        + column
                : column;
    }

    private static PythonFault unknown(String token) {
        return PythonFault.unreadable("the token %%(%s)s of a naming convention isn't known".formatted(token));
    }
}
