package org.athanor.engine.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.compare.SchemaDifference.Changed;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.CatalogFacts;
import org.athanor.engine.database.Database;
import org.athanor.engine.plan.SchemaHistory;
import org.athanor.engine.plan.StampCheck;
import org.athanor.engine.problem.Problem;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.schema.Schema;
import org.athanor.engine.schema.TableName;
import org.athanor.engine.script.CallerArguments;

/// Compares a database with what the revisions make where a stamp would put it. Where that can't be made, the scripts' tables
/// are looked for instead, and it is said that this was less.
public final class StampExamination {
    private static final int SHOWN = 12;

    private final Project project;
    private final Database database;
    private final CallerArguments given;

    public StampExamination(Project project, Database database, CallerArguments given) {
        this.project = project;
        this.database = database;
        this.given = given;
    }

    /// `target` is what the place is called. Nothing is written but to a scratch database.
    public StampVerdict at(List<Revision> rows, String target) {
        var table = project.config().versionTable();
        var actual = table.takenOutOf(Catalog.readWhole(database));
        if (rows.isEmpty()) {
            return verdict(finding(actual, Schema.EMPTY), target);
        }
        try (var history = new ScratchHistory(project, given, database)) {
            var failure = history.up(Chains.between(project.graph(), List.of(), rows), _ -> {});
            return failure.isPresent()
                    ? partial(rows, actual, target, "%s can't be carried out in an empty database: %s".formatted(
                            failure.get().revision(), failure.get().problem().message()))
                    : verdict(finding(actual, history.read()), target);
        } catch (Refusal refusal) {
            return partial(rows, actual, target, refusal.problem().message());
        }
    }

    private Finding finding(Schema actual, Schema expected) {
        var evidence = new Evidence(database.dialect(), project.config().target().ignore(),
                () -> Outlines.of(Places.ofUpgrade(project.graph()), actual, project.scripts(given),
                        database.dialect()));
        evidence.made(expected);
        return evidence.finding(actual, expected);
    }

    private StampVerdict partial(List<Revision> rows, Schema actual, String target, String reason) {
        var history = new SchemaHistory(project.graph(), project.scripts(given), database.dialect());
        var all = history.tables(project.graph().heads());
        var note = new ArrayList<>(List.of("Only the names of tables were compared, because what the revisions make"
                + " couldn't be made to be compared: %s.".formatted(reason),
                "Not compared: columns, types, defaults, constraints, indexes, views and all else."));
        add(note, "Tables of which no revision is known to speak: %s.", actual.tables().keySet().stream()
                .filter(t -> !all.knows(t)).map(TableName::toString));
        try (var facts = CatalogFacts.of(database)) {
            var check = StampCheck.of(history.tables(rows), all, facts);
            check.doubts().filter(_ -> !check.contradicts()).ifPresent(note::add);
            return new StampVerdict(check.problem(database.name(), target), List.of(String.join(" ", note)),
                    Optional.empty());
        }
    }

    private StampVerdict verdict(Finding finding, String target) {
        var notes = new ArrayList<String>();
        add(notes, "No revision makes these, and they don't matter here: %s.",
                finding.strangers().stream().map(StampExamination::named));
        add(notes, "Not compared: %s.", finding.untold().stream().map(n -> n.kind() + " " + n.name()));
        return new StampVerdict(finding.isExact() ? Optional.empty() : Optional.of(problem(finding, target)), notes,
                Optional.of(finding));
    }

    private Problem problem(Finding finding, String target) {
        var told = new ArrayList<String>();
        var missing = tables(finding, Missing.class);
        int wanted = finding.comparison().wanted().tables().size();
        if (missing.size() == wanted && wanted > 1) {
            told.add("none of the %d tables that its history creates is there (%s)".formatted(wanted,
                    names(missing.stream().map(TableName::toString))));
        } else {
            add(told, "of the tables that its history creates, there is no %s", missing.stream()
                    .map(TableName::toString));
            add(told, "missing: %s", parts(finding, Missing.class));
            add(told, "missing: %s", finding.missing().stream().map(n -> n.kind() + " " + n.name()));
        }
        add(told, "what its history doesn't leave is still there: %s",
                tables(finding, Extra.class).stream().map(TableName::toString));
        add(told, "not made by its history: %s", parts(finding, Extra.class));
        add(told, "different: %s", parts(finding, Changed.class));
        return Problem.of(ProblemKind.STAMP_CONTRADICTED,
                "%s doesn't look as if it stood at %s: %s.".formatted(database.name(), target,
                        String.join("; ", told)),
                "Did you mean `athanor upgrade`, another revision or another database? `athanor locate` looks for the"
                        + " revision. If you know better, say why: --force --reason \"…\".");
    }

    private static void add(List<String> told, String sentence, Stream<String> names) {
        var all = names(names);
        if (!all.isEmpty()) {
            told.add(sentence.formatted(all));
        }
    }

    private static List<TableName> tables(Finding finding, Class<? extends SchemaDifference> kind) {
        return finding.differences().stream().filter(kind::isInstance).map(SchemaDifference::subject)
                .flatMap(part -> part instanceof Part.OfTable(var table) ? Stream.of(table.name()) : Stream.of())
                .toList();
    }

    private static Stream<String> parts(Finding finding, Class<? extends SchemaDifference> kind) {
        return finding.differences().stream().filter(kind::isInstance)
                .filter(d -> d instanceof Changed || !(d.subject() instanceof Part.OfTable))
                .map(StampExamination::named);
    }

    private static String named(SchemaDifference difference) {
        var subject = difference.subject().kind() + " " + difference.subject().path();
        return difference instanceof Changed(_, _, var deviations)
                ? "%s (%s)".formatted(subject, deviations.stream().map(d -> "%s is %s instead of %s".formatted(
                        d.aspect().code(), text(d.actual()), text(d.wanted()))).collect(Collectors.joining(", ")))
                : subject;
    }

    private static String text(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static String names(Stream<String> all) {
        var names = all.toList();
        var shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? "%s and %d more".formatted(shown, names.size() - SHOWN) : shown;
    }
}
