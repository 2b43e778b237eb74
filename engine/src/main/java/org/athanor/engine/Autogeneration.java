package org.athanor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.Remedy;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.dialect.Unsupported;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Contents;
import org.athanor.engine.project.ProjectConfig.NewFiles;
import org.athanor.engine.script.python.writing.PythonBody;

/// A revision that makes a database like its target, before it is written: what differs, the way up and the way back.
public record Autogeneration(Comparison comparison, Remedy up, Remedy down) {
    static Autogeneration of(Comparison comparison, SchemaSource target) {
        refuseIfEverythingGoes(comparison, target);
        return of(comparison);
    }

    /// The same without some of its differences: what they are about stays as it is. Refused if what is left relies on them.
    public Autogeneration without(Collection<SchemaDifference> leftOut) {
        return of(comparison.without(leftOut));
    }

    private static Autogeneration of(Comparison comparison) {
        var up = Remedy.of(comparison);
        if (up.operations().isEmpty() && !up.unmended().isEmpty()) {
            var unmended = up.unmended().getFirst();
            throw new Refusal(ProblemKind.NOT_SUPPORTED, "%s %s can't be changed by a revision: %s".formatted(
                    unmended.difference().subject().kind(), unmended.difference().subject().path(), unmended.reason()),
                    "Nothing was written. Write the revision by hand.");
        }
        return new Autogeneration(comparison, up, Remedy.back(comparison));
    }

    public boolean isEmpty() {
        return comparison.isEmpty();
    }

    /// What the file of the revision says.
    public Contents contents(NewFiles files) {
        try {
            return switch (files.format()) {
                case SQL -> new Contents.Sql(comparison.dialect().product(), lines(up), lines(down));
                case PYTHON -> new Contents.Python(body(up, files), body(down, files));
            };
        } catch (Unsupported unsupported) {
            throw new Refusal(ProblemKind.NOT_SUPPORTED, unsupported.message(), unsupported.hint());
        }
    }

    private static List<Contents.Sql.Line> lines(Remedy remedy) throws Unsupported {
        return remedy.statements().stream().map(s -> new Contents.Sql.Line(s.text(), s.transactional())).toList();
    }

    private static PythonBody body(Remedy remedy, NewFiles files) throws Unsupported {
        var dialect = remedy.comparison().dialect();
        return PythonBody.of(remedy.operations(), Evolution.from(remedy.comparison().original(), dialect.grammar()),
                dialect, files.batches());
    }

    /// A target that wants none of the tables that are there is hardly what somebody means.
    private static void refuseIfEverythingGoes(Comparison comparison, SchemaSource target) {
        var present = new ArrayList<>(comparison.actual().tables().keySet());
        comparison.ignored().forEach(i -> {
            if (i.difference() instanceof SchemaDifference.Extra(Part.OfTable(var table))) {
                present.remove(table.name());
            }
        });
        var gone = comparison.differences().stream()
                .filter(d -> d instanceof SchemaDifference.Extra(Part.OfTable _)).count();
        if (present.isEmpty() || gone < present.size()) {
            return;
        }
        throw new Refusal(ProblemKind.EVERYTHING_GOES, comparison.wanted().tables().isEmpty()
                ? "%s has no table at all, and the database has %s".formatted(target.title(), tables(present.size()))
                : "Not one of the database's %s is in %s: all would be dropped".formatted(tables(present.size()),
                        target.title()),
                String.join(" ", advice(target, comparison)));
    }

    private static String tables(int number) {
        return number == 1 ? "one table" : number + " tables";
    }

    private static List<String> advice(SchemaSource target, Comparison comparison) {
        var advice = new ArrayList<String>();
        advice.add("Nothing was written.");
        switch (target) {
            case SchemaSource.File(var file) -> advice.add(
                    "Is %s the right file, and is all of the schema in it? `pg_dump -s` writes a whole one.".formatted(
                            file));
            case SchemaSource.Other(var other) -> advice.add(
                    "Is %s the right database, and has anybody made its tables yet?".formatted(other.name()));
            case SchemaSource.Actual _,SchemaSource.AtRevision _ -> advice.add("Is it the right target?");
        }
        if (comparison.wanted().tables().keySet().stream().anyMatch(t -> t.schema().isPresent())
                || comparison.actual().tables().keySet().stream().anyMatch(t -> t.schema().isPresent())) {
            advice.add("Do both name the same schema (search_path)?");
        }
        advice.add("Where everything is meant to go, write that revision by hand.");
        return advice;
    }
}
