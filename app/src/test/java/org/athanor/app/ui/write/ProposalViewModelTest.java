package org.athanor.app.ui.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.athanor.app.text.Messages;
import org.athanor.app.ui.Background;
import org.athanor.app.ui.Samples;
import org.athanor.app.ui.compare.DriftedShop;
import org.athanor.app.ui.edit.TextWatch;
import org.athanor.app.workspace.Workspace;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalViewModelTest {
    private static final String TARGET = """
            CREATE TABLE customer (id integer PRIMARY KEY, name text NOT NULL, remark text, since text);
            CREATE INDEX customer_name ON customer (name);
            CREATE VIEW loyal AS SELECT id FROM customer WHERE since < '2020';
            CREATE TABLE visit (id integer PRIMARY KEY, at text);
            """;
    private final List<String> news = new ArrayList<>();
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_rename_is_answered_before_anything_is_drafted() throws Exception {
        var model = model(DriftedShop.at(folder), TARGET);
        model.proposal().compare(project());
        var candidate = asking(model).proposal().questions().getFirst();

        model.proposal().answer(candidate, false);
        assertThat(choosing(model).whole().comparison().differences()).hasSize(3);
        assertThat(choosing(model).chosen().words()).containsExactly("--autogenerate", "--no-rename");

        model.proposal().answer(candidate, true);
        assertThat(choosing(model).whole().comparison().differences()).hasSize(1);
        assertThat(wanted(model).words()).containsSequence("--autogenerate", "--rename", "customer.note=remark");
    }

    @Test
    void nothing_ticked_is_nothing_to_write() throws Exception {
        var model = model(DriftedShop.at(folder), TARGET.replace("remark", "note"));
        model.proposal().compare(project());
        var only = choosing(model).whole().comparison().differences().getFirst();

        model.proposal().tick(only, false);
        model.draft(project(), wanted(model));
        assertThat(refused(model)).isEqualTo(ProblemKind.USAGE);

        model.proposal().tick(only, true);
        model.draft(project(), wanted(model));
        assertThat(model.stateProperty().get()).isInstanceOfSatisfying(WriteState.Drafted.class,
                drafted -> assertThat(drafted.draft().text()).contains("CREATE TABLE visit", "DROP TABLE visit"));
    }

    @Test
    void a_database_that_changed_since_is_refused_and_nothing_is_written() throws Exception {
        var shop = DriftedShop.at(folder);
        var model = model(shop, TARGET.replace("remark", "note"));
        model.proposal().compare(project());
        model.draft(project(), wanted(model));
        var text = ((WriteState.Drafted) model.stateProperty().get()).draft().text();
        shop.send("CREATE TABLE other (id integer)");

        model.write(project(), text, () -> news.add("written"));

        assertThat(refused(model)).isEqualTo(ProblemKind.SCHEMA_MOVED);
        assertThat(news).isEmpty();
    }

    @Test
    void without_a_target_or_behind_the_head_the_engine_says_why() throws Exception {
        var shop = DriftedShop.at(folder);
        var model = model(shop, TARGET);
        shop.send("UPDATE alembic_version SET version_num = 'bbbbbbbbbbbb'");
        model.proposal().compare(project());
        assertThat(model.proposal().stateProperty().get()).isInstanceOfSatisfying(ProposalState.Refused.class,
                refused -> assertThat(refused.problems().getFirst().kind()).isEqualTo(ProblemKind.NOT_AT_HEAD));

        Files.writeString(folder.resolve("athanor.toml"), "[athanor]\n");
        model.proposal().compare(project());
        assertThat(model.proposal().stateProperty().get()).isInstanceOfSatisfying(ProposalState.Refused.class,
                refused -> assertThat(refused.problems().getFirst().kind()).isEqualTo(ProblemKind.NO_TARGET));
        model.proposal().off();
        assertThat(model.proposal().stateProperty().get()).isInstanceOf(ProposalState.Off.class);
    }

    private WriteViewModel model(DriftedShop shop, String target) throws Exception {
        Files.writeString(folder.resolve("schema.sql"), target);
        return new WriteViewModel(workspace(shop.profile()), Background.immediate(), Messages.load(),
                new TextWatch(Background.immediate(), Optional::empty), written -> news.add(written.toString()));
    }

    private static Workspace workspace(org.athanor.app.profile.Profile profile) {
        return new Workspace(profile, Samples.NO_JOURNAL);
    }

    private Project project() {
        return Project.open(folder.resolve("athanor.toml"));
    }

    private Wanted wanted(WriteViewModel model) {
        return new Wanted("visits", model.parents(project(), Optional.empty()).getFirst(), Optional.empty(), "", "",
                "dddddddddddd", Optional.of(choosing(model).chosen()));
    }

    private static Chosen asking(WriteViewModel model) {
        return ((ProposalState.Asking) model.proposal().stateProperty().get()).chosen();
    }

    private static ProposalState.Choosing choosing(WriteViewModel model) {
        return (ProposalState.Choosing) model.proposal().stateProperty().get();
    }

    private static ProblemKind refused(WriteViewModel model) {
        return ((WriteState.Refused) model.stateProperty().get()).problems().getFirst().kind();
    }
}
