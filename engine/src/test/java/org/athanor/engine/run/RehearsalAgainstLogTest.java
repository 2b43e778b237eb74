package org.athanor.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a rehearsal says is what the server's own log says of the run.
class RehearsalAgainstLogTest {
    /// What goes around the statements of a plan: transactions, settings, and questions of our own.
    private static final Pattern AROUND = Pattern.compile(
            "(BEGIN|COMMIT|ROLLBACK|SET |SHOW |SAVEPOINT athanor_check|SET CONSTRAINTS|ROLLBACK TO SAVEPOINT athanor_check"
                    + "|RELEASE SAVEPOINT athanor_check|ALTER SEQUENCE \\S+ CACHE|SELECT (set_config|pg_))"
                    + ".*|(?s).*\\bpg_(class|locks|settings|advisory\\w*)\\b.*");

    @TempDir
    Path folder;

    @Test
    void the_server_is_sent_what_the_rehearsal_told() throws IOException {
        try (var log = ServerLog.start()) {
            var shop = RehearsedStory.on(log.url(), folder);
            shop.ask("SELECT 'before the rehearsal'");

            var result = shop.athanor().rehearse("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
            shop.ask("SELECT 'before the run'");
            var run = shop.athanor().upgrade("head", RunOptions.USUAL, RunListener.SILENT, new Stop());
            shop.ask("SELECT 'after the run'");

            assertThat(result.isWhole()).as("%s", result).isTrue();
            assertThat(run).isInstanceOf(RunResult.Completed.class);
            var told = result.steps().stream().flatMap(step -> step.statements().stream())
                    .map(statement -> statement.statement().text()).toList();
            var lines = log.until("SELECT 'after the run'");
            assertThat(told).hasSize(25);
            assertThat(sent(lines, "SELECT 'before the run'", "SELECT 'after the run'")).isEqualTo(told);
            assertThat(sent(lines, "SELECT 'before the rehearsal'", "SELECT 'before the run'")).isEqualTo(told);
        }
    }

    /// What was sent between two statements by the connection that did the work.
    private static List<String> sent(List<ServerLog.Line> lines, String from, String to) {
        var texts = lines.stream().map(ServerLog.Line::sql).toList();
        var between = lines.subList(texts.indexOf(from) + 1, texts.indexOf(to));
        var worker = between.stream().filter(line -> line.sql().startsWith("UPDATE alembic_version")).findFirst()
                .orElseThrow().process();
        return between.stream().filter(line -> line.process().equals(worker)).map(ServerLog.Line::sql)
                .filter(sql -> !AROUND.matcher(sql).matches()).toList();
    }
}
