package org.athanor.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.sql.Secrets;

import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Entries as lines of JSON. Everything that people or databases wrote passes `Secrets` here.
final class EntryForm {
    /// Longer statements are cut: the journal says what was sent, the revision's file holds the whole.
    static final int LONGEST_TEXT = 32_768;

    private final JsonFactory json = new JsonFactory();

    /// Writes a line as an object whose last member is the hash of the line before.
    void write(Line line, String before, ByteArrayOutputStream out) {
        try (var generator = generator(out)) {
            generator.writeStartObject();
            generator.writeNumberProperty("n", line.number());
            generator.writeStringProperty("at", line.at().toString());
            generator.writeStringProperty("run", line.run());
            write(line.entry(), generator);
            generator.writeStringProperty("before", before);
            generator.writeEndObject();
        }
    }

    private JsonGenerator generator(OutputStream out) {
        return json.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    private static void write(Entry entry, JsonGenerator out) {
        switch (entry) {
            case Entry.Begin begin -> begin(begin, out);
            case Entry.StepBegun step -> {
                out.writeStringProperty("what", "step");
                step(step.step(), step.revision(), step.move().code(), out);
                ids("after", step.after(), out);
                if (!step.commitsAfter().isEmpty()) {
                    out.writeArrayPropertyStart("commits_after");
                    step.commitsAfter().forEach(out::writeNumber);
                    out.writeEndArray();
                }
            }
            case Entry.Sending sending -> {
                out.writeStringProperty("what", "sending");
                out.writeNumberProperty("step", sending.step());
                out.writeNumberProperty("number", sending.number());
                out.writeBooleanProperty("alone", sending.alone());
                text("sql", sending.sql(), out);
            }
            case Entry.Committed committed -> {
                out.writeStringProperty("what", "committed");
                out.writeNumberProperty("step", committed.step());
                out.writeNumberProperty("number", committed.number());
            }
            case Entry.Done done -> {
                out.writeStringProperty("what", "done");
                out.writeNumberProperty("step", done.step());
                out.writeNumberProperty("number", done.number());
                effect(done.rows(), done.took(), out);
            }
            case Entry.StepDone step -> stepDone(step, out);
            case Entry.End end -> end(end, out);
            case Entry.Mark mark -> {
                out.writeStringProperty("what", "mark");
                who(mark.who(), out);
                text("reason", mark.reason(), out);
            }
        }
    }

    private static void begin(Entry.Begin begin, JsonGenerator out) {
        var goal = begin.goal();
        out.writeStringProperty("what", "begin");
        out.writeStringProperty("project", goal.project());
        text("database", goal.database(), out);
        out.writeStringProperty("product", goal.product());
        out.writeStringProperty("version_table", goal.versionTable());
        out.writeStringProperty("move", goal.move().code());
        ids("from", goal.from(), out);
        ids("to", goal.to(), out);
        out.writeNumberProperty("steps", goal.steps());
        out.writeNumberProperty("statements", goal.statements());
        out.writeStringProperty("plan", begin.plan());
        optional("reason", begin.reason(), out);
        optional("policy", begin.policy(), out);
        who(begin.who(), out);
    }

    private static void who(Who who, JsonGenerator out) {
        out.writeObjectPropertyStart("who");
        out.writeStringProperty("user", who.user());
        out.writeStringProperty("host", who.host());
        out.writeNumberProperty("pid", who.pid());
        out.writeStringProperty("started", who.started().toString());
        out.writeStringProperty("program", who.program());
        out.writeStringProperty("version", who.version());
        optional("profile", who.profile(), out);
        out.writeEndObject();
    }

    private static void stepDone(Entry.StepDone done, JsonGenerator out) {
        out.writeStringProperty("what", "applied");
        step(done.step(), done.revision(), done.move().code(), out);
        out.writeNumberProperty("micros", micros(done.took()));
        out.writeArrayPropertyStart("statements");
        for (var effect : done.statements()) {
            out.writeStartObject();
            out.writeNumberProperty("number", effect.number());
            effect(effect.rows(), effect.took(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
        if (done.source().isPresent()) {
            out.writeStringProperty("fingerprint", done.source().get().fingerprint());
            out.writeStringProperty("file", done.source().get().stamp());
            optional("source", done.source().get().text(), out);
        }
    }

    private static void end(Entry.End end, JsonGenerator out) {
        out.writeStringProperty("what", "end");
        out.writeStringProperty("outcome", end.outcome().code());
        if (end.applied().isPresent()) {
            out.writeNumberProperty("applied", end.applied().getAsInt());
        }
        ids("rows", end.rows(), out);
        optional("problem", end.problem(), out);
        out.writeArrayPropertyStart("stays");
        end.stays().forEach(sql -> out.writeString(kept(sql)));
        out.writeEndArray();
    }

    private static void step(int step, String revision, String move, JsonGenerator out) {
        out.writeNumberProperty("step", step);
        out.writeStringProperty("revision", revision);
        out.writeStringProperty("move", move);
    }

    private static void effect(long rows, Duration took, JsonGenerator out) {
        out.writeNumberProperty("rows", rows);
        out.writeNumberProperty("micros", micros(took));
    }

    private static long micros(Duration took) {
        return took.toNanos() / 1000;
    }

    private static void ids(String name, List<RevisionId> ids, JsonGenerator out) {
        out.writeArrayPropertyStart(name);
        ids.forEach(id -> out.writeString(id.value()));
        out.writeEndArray();
    }

    private static void optional(String name, Optional<String> text, JsonGenerator out) {
        text.ifPresent(t -> out.writeStringProperty(name, Secrets.blank(t)));
    }

    private static void text(String name, String text, JsonGenerator out) {
        out.writeStringProperty(name, kept(text));
    }

    /// Blanked first: a password that the cut goes through would not be known as one.
    private static String kept(String text) {
        var blanked = Secrets.blank(text);
        return blanked.length() > LONGEST_TEXT ? blanked.substring(0, LONGEST_TEXT) + " …" : blanked;
    }
}
