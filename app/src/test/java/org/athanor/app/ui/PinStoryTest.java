package org.athanor.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.Locale;

import javafx.scene.input.KeyCode;

import org.athanor.app.ui.graph.GraphRow;
import org.athanor.app.ui.graph.Pin;
import org.athanor.app.ui.plan.PlanState;
import org.athanor.engine.revision.RevisionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One look answers where everyone is.
class PinStoryTest extends WindowStory {
    private static final String HEAD = "3aa1a1a61566";

    PinStoryTest() {
        super(60, ".label", ".button", ".hyperlink", ".check-box");
    }

    @BeforeEach
    void begin() throws Exception {
        var project = Samples.folder().resolve("shop").toAbsolutePath().toString().replace('\\', '/');
        profiles("""
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

    @Test
    void the_databases_of_a_project_stand_on_its_graph_and_the_unreachable_ones_say_why() throws Exception {
        stampStaging(HEAD);
        for (var theme : Theme.values()) {
            open(Samples.shop(folder), theme);
            waitUntil(() -> window().model().profiles().pins().size() == 3);

            assertThat(pinned("staging")).isEqualTo(HEAD);
            assertThat(window().model().graph().elsewhereProperty().get()).extracting(Pin::name)
                    .containsExactlyInAnyOrder("test", "prod", "vaulted");
            assertThat(texts()).contains("prod (production): ", "it can't be reached",
                    "vaulted (dev): its password isn't at hand", "at head");
            assertThat(isThere("#prompt-ok")).isFalse();
            take("pins-" + theme.name().toLowerCase(Locale.ROOT));
            closeWindow();
        }
    }

    @Test
    void a_database_that_has_moved_is_seen_after_f5() throws Exception {
        stampStaging("19e707c6ca8b");
        open(Samples.shop(folder), Theme.LIGHT);
        waitUntil(() -> pinned("staging").equals("19e707c6ca8b"));

        stampStaging(HEAD);
        press(KeyCode.F5);

        waitUntil(() -> pinned("staging").equals(HEAD));
    }

    @Test
    void a_pin_that_is_dropped_opens_its_profile_and_the_plan_to_there() throws Exception {
        stampStaging("19e707c6ca8b");
        open(Samples.shop(folder), Theme.LIGHT);
        waitUntil(() -> pinned("staging").equals("19e707c6ca8b"));
        var model = window().model();
        var head = model.project().orElseThrow().graph().find(new RevisionId(HEAD)).orElseThrow();
        var pin = model.profiles().pins().stream().filter(p -> p.name().equals("staging")).findFirst().orElseThrow();

        robot.interact(() -> model.pinDropped(pin, head));

        waitUntil(() -> window().model().plan().stateProperty().get() instanceof PlanState.Review);
        assertThat(window().model().profile().name()).isEqualTo("staging");
        waitForText("on staging (staging)");
    }

    private String pinned(String name) {
        return window().model().graph().rowsProperty().get().stream()
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

    private void profiles(String toml) throws Exception {
        var file = folder.resolve("config/athanor/profiles.toml");
        Files.createDirectories(folder.resolve("config/athanor"));
        Files.writeString(file, toml);
    }
}
