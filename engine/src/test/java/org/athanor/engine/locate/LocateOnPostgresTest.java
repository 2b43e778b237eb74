package org.athanor.engine.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.athanor.engine.Athanor;
import org.athanor.engine.Samples;
import org.athanor.engine.SchemaSource;
import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;
import org.athanor.engine.guard.Environment;
import org.athanor.engine.guard.Policy;
import org.athanor.engine.locate.Location.Guess;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LocateOnPostgresTest extends LocateContract {
    @Override
    Database fresh() {
        return Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));
    }

    @Test
    void who_may_not_make_a_scratch_database_gets_a_guess_that_is_called_one() throws Exception {
        var url = TestPostgres.freshDatabase();
        var project = Samples.project("shop");
        var upgraded = Athanor.open(project, Database.of(ConnectionSettings.parse(url, Path.of(""))));
        upgraded.upgrade("9f2580d34104");
        execute(upgraded.database(), "DROP TABLE alembic_version");
        var guarded = Athanor.open(project, Database.of(ConnectionSettings.parse(url.replace("postgres@",
                TestPostgres.GUARDED + ":" + TestPostgres.PASSWORD.replace(" ", "%20") + "@"), Path.of(""))));

        var location = guarded.locate(LocateListener.SILENT);
        var verdict = guarded.examine(guarded.planStamp(List.of("cf9cc437439e"), Stamps.Rows.PURGED));

        assertThat(location.exact()).isEmpty();
        assertThat(location.partial().orElseThrow().kind()).isEqualTo(ProblemKind.NO_SCRATCH);
        assertThat(location.guesses().getFirst().place()).hasToString("9f2580d34104");
        assertThat(verdict.objection().orElseThrow().message()).contains("there is no category, product");
        assertThat(verdict.notes()).singleElement().asString().contains("may not make a scratch database");
    }

    @Test
    void a_guess_accounts_for_as_much_as_it_can() {
        var upgraded = Athanor.open(Samples.project("shop"), fresh());
        upgraded.upgrade("head");

        var location = upgraded.under(Policy.of(Environment.PRODUCTION)).locate(LocateListener.SILENT);

        assertThat(location.guesses()).extracting(guess -> guess.place().toString()).startsWith("3aa1a1a61566");
        assertThat(location.guesses()).isSortedAccordingTo(Comparator.comparingInt(Guess::against));
    }

    @ParameterizedTest
    @MethodSource
    void nothing_is_tried_on_a_server_that_is_to_be_left_alone(Policy policy) {
        var url = TestPostgres.freshDatabase();
        var project = Samples.project("shop");
        var athanor = Athanor.open(project, Database.of(ConnectionSettings.parse(url, Path.of(""))));
        athanor.upgrade("9f2580d34104");
        var careful = athanor.under(policy);

        assertThat(careful.locate(LocateListener.SILENT).partial().orElseThrow().message())
                .contains("in production or only to be read");
        assertThatThrownBy(() -> careful.compare(new SchemaSource.Actual(), new SchemaSource.AtRevision("head")))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(ProblemKind.NO_SCRATCH));
    }

    static List<Policy> nothing_is_tried_on_a_server_that_is_to_be_left_alone() {
        return List.of(Policy.of(Environment.PRODUCTION), Policy.USUAL.readOnly());
    }

    /// Scratch databases take a moment each.
    @Override
    int stride() {
        return Integer.getInteger("athanor.locate.stride", 5);
    }

    @Override
    List<Mutation> ownMutations() {
        return List.of(new Mutation("DROP TRIGGER order_line_stock ON order_line", "missing: trigger order_line_stock"),
                new Mutation("ALTER TABLE product ALTER COLUMN note TYPE varchar(100)",
                        "different: column product.note (type is"),
                new Mutation("ALTER TABLE product ALTER COLUMN stock SET DEFAULT 7",
                        "different: column product.stock (default is 7 instead of 0)"),
                new Mutation("ALTER TABLE category ALTER COLUMN title DROP NOT NULL",
                        "different: column category.title (nullable is NULL instead of NOT NULL)"),
                new Mutation("ALTER TABLE product DROP CONSTRAINT product_price_cents_check",
                        "missing: check product.product_price_cents_check"),
                new Mutation("ALTER TABLE payment ADD CONSTRAINT small CHECK (amount_cents < 1000)",
                        "not made by its history: check payment.small"),
                new Mutation("COMMENT ON TABLE payment IS 'paid'", "different: table payment (comment is paid"));
    }
}
