package org.athanor.engine.script.python.writing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.athanor.engine.dialect.Dialect;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.expression.SqlExpression;
import org.athanor.engine.schema.Filling;
import org.athanor.engine.schema.SequenceOptions;
import org.athanor.engine.schema.Setting;
import org.athanor.engine.script.python.value.Written;

/// The smallest parts: texts, names, SQL, and the imports that they ask for.
final class Words {
    /// What SQLAlchemy takes for a parameter in a text of SQL.
    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w$])(:[\\w$]+)(?![:\\w$])");

    private static final Pattern LINE_STARTS = Pattern.compile("(?<=\n)");

    private final Dialect dialect;
    private final Set<String> imports = new TreeSet<>();

    Words(Dialect dialect) {
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    Set<String> imports() {
        return imports;
    }

    /// A name of `sqlalchemy.dialects.postgresql`.
    String postgresql(String name) {
        imports.add("from sqlalchemy.dialects import postgresql");
        return "postgresql." + name;
    }

    static String text(String value) {
        return Written.text(value);
    }

    static String flag(boolean value) {
        return value ? "True" : "False";
    }

    static String list(Collection<String> values) {
        return values.stream().map(Words::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /// SQL where a plain text is taken for SQL.
    static String sql(String sql) {
        return text(PARAMETER.matcher(sql).replaceAll("\\\\$1"));
    }

    String sql(SqlExpression expression) throws Unsayable {
        return sql(plain(expression));
    }

    /// SQL where a plain text would be quoted.
    String element(SqlExpression expression) throws Unsayable {
        return "sa.text(%s)".formatted(sql(expression));
    }

    String plain(SqlExpression expression) throws Unsayable {
        try {
            return dialect.text(expression);
        } catch (Unsupported unsupported) {
            throw new Unsayable(unsupported.message());
        }
    }

    /// What fills a column, as `server_default` takes it.
    String filling(Filling filling) throws Unsayable {
        return switch (filling) {
            case Filling.None _ -> "None";
            case Filling.Text(var value) -> text(value);
            case Filling.Default(var value) -> element(value);
            case Filling.Computed(var value, var persisted) ->
                "sa.Computed(%s%s)".formatted(sql(value), persisted.map(p -> ", persisted=" + flag(p)).orElse(""));
            case Filling.Identity(var always, _, var options) ->
                "sa.Identity(%s)".formatted(String.join(", ", options(always, options)));
        };
    }

    private static List<String> options(boolean always, SequenceOptions options) {
        var parts = new ArrayList<String>();
        parts.add("always=" + flag(always));
        options.start().ifPresent(n -> parts.add("start=" + n));
        options.increment().ifPresent(n -> parts.add("increment=" + n));
        options.minValue().ifPresent(n -> parts.add("minvalue=" + n));
        options.maxValue().ifPresent(n -> parts.add("maxvalue=" + n));
        options.cycle().ifPresent(c -> parts.add("cycle=" + flag(c)));
        options.cache().ifPresent(n -> parts.add("cache=" + n));
        return parts;
    }

    String setting(Setting setting) throws Unsayable {
        return switch (setting) {
            case Setting.Text(var value) -> text(value);
            case Setting.Flag(var value) -> flag(value);
            case Setting.Names(var values) -> list(values);
            case Setting.Pairs(var values) -> values.stream().map(p -> text(p.getKey()) + ": " + text(p.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Setting.Sql(var value) -> element(value);
        };
    }

    /// SQL of its own: one line of Python for each of its lines, so that no indentation gets into it.
    static List<String> execute(String sql) {
        var lines = LINE_STARTS.splitAsStream(sql).toList();
        if (lines.size() == 1) {
            return List.of("op.execute(%s)".formatted(sql(sql)));
        }
        var all = new ArrayList<String>();
        all.add("op.execute(");
        for (var line : lines) {
            all.add("    " + sql(line));
        }
        all.add(")");
        return all;
    }
}
