package org.athanor.app.export;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.journal.Aftermath;
import org.athanor.engine.journal.Edited;
import org.athanor.engine.journal.Entry;
import org.athanor.engine.journal.News;
import org.athanor.engine.journal.RecordedRun;
import org.athanor.engine.journal.Verdict;
import org.athanor.engine.journal.Who;

/// The journal in the JSON that scripts rely on.
public final class JournalForm {
    private JournalForm() {}

    public static Json run(RecordedRun run, Who here) {
        var goal = run.begin().goal();
        var end = run.ending().map(RecordedRun.Ending::end);
        return Json.object().with("run", run.id()).with("began", run.at())
                .with("ended", run.ending().map(RecordedRun.Ending::at)).with("state", run.state(here).code())
                .with("move", goal.move().code()).with("from", goal.from()).with("to", goal.to())
                .with("project", goal.project()).with("database", goal.database()).with("product", goal.product())
                .with("version_table", goal.versionTable()).with("planned_steps", goal.steps())
                .with("applied_steps", end.filter(e -> e.applied().isPresent()).map(e -> e.applied().getAsInt()))
                .with("plan", run.begin().plan()).with("reason", run.begin().reason())
                .with("policy", run.begin().policy()).with("who", who(run.begin().who()))
                .with("rows", end.map(Entry.End::rows)).with("problem", end.flatMap(Entry.End::problem))
                .with("stays", end.map(Entry.End::stays).orElse(List.of()))
                .with("marked", run.mark().map(Entry.Mark::reason));
    }

    private static Json who(Who who) {
        return Json.object().with("user", who.user()).with("host", who.host()).with("pid", who.pid())
                .with("program", who.program()).with("version", who.version()).with("profile", who.profile());
    }

    public static List<Json> steps(RecordedRun run, Optional<Aftermath> aftermath) {
        return run.steps().stream().map(step -> Json.object().with("step", step.number())
                .with("revision", step.begun().revision()).with("move", step.begun().move().code())
                .with("began", step.at()).with("rows_after", step.begun().after())
                .with("micros", step.done().map(Entry.StepDone::took).map(JournalForm::micros))
                .with("fingerprint",
                        step.done().flatMap(Entry.StepDone::source).map(Entry.Source::fingerprint))
                .with("statements", step.statements().stream().map(sent -> statement(step, sent, aftermath)).toList()))
                .toList();
    }

    private static Json statement(RecordedRun.Step step, RecordedRun.Sent sent, Optional<Aftermath> aftermath) {
        var effect = step.effect(sent);
        var fate = aftermath.stream().flatMap(a -> a.fates().stream()).filter(f -> f.statement().equals(sent))
                .findFirst();
        return Json.object().with("sql", sent.sending().sql()).with("transactional", !sent.sending().alone())
                .with("rows", effect.map(Entry.Effect::rows))
                .with("micros", effect.map(Entry.Effect::took).map(JournalForm::micros))
                .with("fate", fate.map(f -> f.kind().word())).with("fate_reason", fate.map(Aftermath.Fate::reason));
    }

    private static long micros(Duration took) {
        return took.toNanos() / 1000;
    }

    public static Json verdict(Verdict verdict) {
        return Json.object().with("file", verdict.file()).with("lines", verdict.lines())
                .with("holds", verdict.holds()).with("line", verdict.broken().map(Verdict.Break::line))
                .with("reason", verdict.broken().map(Verdict.Break::reason)).with("torn", verdict.torn());
    }

    /// What the journal has to tell of a database, as further members of an answer.
    public static Json with(News news, Json answer) {
        return answer.with("unsettled", news.unsettled().stream()
                .map(a -> Json.object().with("run", a.run().id()).with("applied_steps", a.applied().isPresent()
                        ? Optional.of(a.applied().getAsInt())
                        : Optional.empty()).with("planned_steps", a.steps())
                        .with("message", a.problem().message()).with("hint", a.problem().hint()))
                .toList()).with("edited", news.edited().stream().map(JournalForm::edited).toList());
    }

    private static Json edited(Edited edited) {
        return Json.object().with("revision", edited.revision().id()).with("file", edited.revision().path())
                .with("applied", edited.applied()).with("run", edited.run())
                .with("difference", edited.difference().map(lines -> String.join("\n", lines)));
    }
}
