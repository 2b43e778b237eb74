package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Locale;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;

import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.ui.graph.Pin;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.engine.revision.RevisionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// One look answers where everyone is.
class PinStoryTest {
    private static final String HEAD = "3aa1a1a61566";

    @TempDir
    private Path folder = Path.of("");
    private Stories story = new Stories(folder);

    @BeforeAll
    static void startToolkit() throws Exception {
        Files.createDirectories(Stories.PICTURES);
        FxToolkit.registerPrimaryStage();
        Platform.runLater(() -> Platform.setImplicitExit(false));
    }

    @BeforeEach
    void begin() throws Exception {
        story = new Stories(folder);
        var project = Samples.folder().resolve("shop").toAbsolutePath().toString().replace('\\', '/');
        story.profiles("""
                [profile.staging]
                environment = "staging"
                project = "%1$s"
                file = "%2$s"
                [profile.prod]
                environment = "production"
                project = "%1$s"
                host = "localhost"
                port = 1
                database = "shop"
                user = "nobody"
                password = "pgpass"
                [profile.vaulted]
                environment = "dev"
                project = "%1$s"
                host = "localhost"
                port = 1
                database = "shop"
                user = "nobody"
                password = "ask"
                [profile.books]
                file = "books.db"
                """.formatted(project, folder.resolve("staging.db").toString().replace('\\', '/')));
    }

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void the_databases_of_a_project_stand_on_its_graph_and_the_unreachable_ones_say_why() throws Exception {
        stampStaging(HEAD);
        for (var theme : Theme.values()) {
            story.open(Samples.shop(folder), theme);
            story.waitFor(() -> story.window().model().profiles().pins().size() == 3);

            assertThat(pinned("staging")).isEqualTo(HEAD);
            assertThat(story.window().model().graph().elsewhereProperty().get()).extracting(Pin::name)
                    .containsExactlyInAnyOrder("test", "prod", "vaulted");
            assertThat(story.texts()).contains("prod (production): it can't be reached",
                    "vaulted (dev): its password isn't at hand", "at head");
            assertThat(story.isThere("#prompt-ok")).isFalse();
            story.take("pins-" + theme.name().toLowerCase(Locale.ROOT));
            story.close();
        }
    }

    @Test
    void a_database_that_has_moved_is_seen_after_f5() throws Exception {
        stampStaging("19e707c6ca8b");
        story.open(Samples.shop(folder), Theme.LIGHT);
        story.waitFor(() -> pinned("staging").equals("19e707c6ca8b"));

        stampStaging(HEAD);
        story.press(KeyCode.F5);

        story.waitFor(() -> pinned("staging").equals(HEAD));
    }

    @Test
    void a_pin_that_is_dropped_opens_its_profile_and_the_plan_to_there() throws Exception {
        stampStaging("19e707c6ca8b");
        story.open(Samples.shop(folder), Theme.LIGHT);
        story.waitFor(() -> pinned("staging").equals("19e707c6ca8b"));
        var model = story.window().model();
        var head = model.project().orElseThrow().graph().find(new RevisionId(HEAD)).orElseThrow();
        var pin = model.profiles().pins().stream().filter(p -> p.name().equals("staging")).findFirst().orElseThrow();

        story.robot().interact(() -> model.pinDropped(pin, head));

        story.waitFor(() -> story.window().model().plan().stateProperty().get() instanceof PlanState.Review);
        assertThat(story.window().model().profile().name()).isEqualTo("staging");
        story.waitForText("on staging (staging)");
    }

    private String pinned(String name) {
        return story.window().model().graph().rowsProperty().get().stream()
                .filter(row -> row.pins().stream().anyMatch(pin -> pin.name().equals(name))).findFirst()
                .map(GraphRow::revision).map(r -> r.id().value()).orElse("nowhere");
    }

    private void stampStaging(String revision) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("staging.db"));
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32) NOT NULL)");
            statement.execute("DELETE FROM alembic_version");
            statement.execute("INSERT INTO alembic_version VALUES ('%s')".formatted(revision));
        }
    }
}
