package org.athanor.engine.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athanor.engine.Refusals.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.athanor.engine.Athanor;
import org.athanor.engine.Samples;
import org.athanor.engine.compare.Comparison;
import org.athanor.engine.compare.RandomSchema;
import org.athanor.engine.database.Catalog;
import org.athanor.engine.database.Database;
import org.athanor.engine.operation.Evolution;
import org.athanor.engine.plan.Stamps;
import org.athanor.engine.problem.ProblemKind;
import org.athanor.engine.project.Project;
import org.athanor.engine.revision.Revision;
import org.athanor.engine.revision.RevisionId;
import org.athanor.engine.run.RunListener;
import org.athanor.engine.run.RunOptions;
import org.athanor.engine.run.RunResult;
import org.athanor.engine.run.Stop;
import org.athanor.engine.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds on every product when a database is looked for in a history.
abstract class LocateContract {
    private static final String HEAD = "3aa1a1a61566";
    private static final int SEEDS = Integer.getInteger("athanor.locate.seeds", 14);

    @TempDir
    Path folder;

    /// An empty database.
    abstract Database fresh() throws IOException;

    /// At every how manieth revision of a sample a database is looked for.
    abstract int stride();

    @ParameterizedTest
    @ValueSource(strings = {"shop/athanor.toml", "library/alembic.ini"})
    void a_database_without_its_version_table_is_found_and_never_refused(String config) throws Exception {
        var project = Project.open(Samples.folder(config), Map.of());
        var database = fresh();
        var athanor = Athanor.open(project, database);
        var route = project.graph().newestFirst().reversed();
        for (int i = 0; i < route.size(); i++) {
            upgrade(athanor, route.get(i).id().value());
            var rows = athanor.rows().orElseThrow();
            if (i % stride() == 0 || i == route.size() - 1) {
                execute(database, "DROP TABLE alembic_version");
                found(athanor, rows);
                stamp(athanor, rows);
            }
        }
    }

    @Test
    void ties_are_those_that_differ_in_rows_only() throws Exception {
        var athanor = shop();
        upgrade(athanor, "be05683d214d");
        execute(athanor.database(), "DROP TABLE alembic_version");

        assertThat(athanor.locate(LocateListener.SILENT).exact().orElseThrow().places()).extracting(Place::toString)
                .containsExactly("8bbf842fb093 + 9662309d2f0c", "be05683d214d");
    }

    @Test
    void histories_made_by_chance_are_found_and_never_refused() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            var athanor = history(seed);
            upgrade(athanor, "r" + seed % 4);
            execute(athanor.database(), "DROP TABLE alembic_version");
            found(athanor, List.of(new RevisionId("r" + seed % 4)));
            stamp(athanor, List.of(new RevisionId("r" + seed % 4)));
        }
    }

    /// A line of four revisions that make a schema by chance.
    private Athanor history(int seed) throws Exception {
        var database = fresh();
        var statements = new ArrayList<String>();
        var now = Evolution.from(Schema.EMPTY, database.dialect().grammar());
        for (var operation : RandomSchema.operations(seed, database.dialect().product())) {
            for (var statement : database.dialect().statements(operation, now)) {
                statements.add(statement.text() + ";");
            }
            now = now.after(operation);
        }
        var project = Files.createDirectories(folder.resolve("p" + seed));
        for (int i = 0; i < 4; i++) {
            var part = statements.subList(statements.size() * i / 4, statements.size() * (i + 1) / 4);
            write(project, "r" + i, i == 0 ? "" : "r" + (i - 1), String.join("\n", part), "SELECT 1;");
        }
        return open(project, database);
    }

    /// What is done to a database at the shop's head, and what the refusal has to name.
    record Mutation(String statements, String named) {
        @Override
        public String toString() {
            return statements;
        }
    }

    static Stream<Mutation> mutations() {
        return Stream.of(new Mutation("DROP INDEX customer_email_idx", "missing: index customer.customer_email_idx"),
                new Mutation("DROP INDEX customer_order_customer_idx",
                        "missing: index customer_order.customer_order_customer_idx"),
                new Mutation("DROP INDEX payment_invoice_idx", "missing: index payment.payment_invoice_idx"),
                new Mutation("DROP VIEW unpaid_invoice", "missing: view unpaid_invoice"),
                new Mutation("DROP VIEW unpaid_invoice; DROP VIEW order_total",
                        "missing: view order_total, view unpaid_invoice"),
                new Mutation("DROP VIEW unpaid_invoice; DROP TABLE payment", "there is no payment"),
                new Mutation("ALTER TABLE customer ADD COLUMN phone text",
                        "not made by its history: column customer.phone"),
                new Mutation("ALTER TABLE category ADD COLUMN parent integer DEFAULT 0",
                        "not made by its history: column category.parent"),
                new Mutation("ALTER TABLE product RENAME COLUMN note TO remark", "missing: column product.note"),
                new Mutation("ALTER TABLE category RENAME COLUMN title TO label", "column category.label"),
                new Mutation("ALTER TABLE product DROP COLUMN note", "missing: column product.note"),
                new Mutation("ALTER TABLE category RENAME TO kind", "there is no category"),
                new Mutation("CREATE INDEX product_name_idx ON product (name)",
                        "not made by its history: index product.product_name_idx"),
                new Mutation("CREATE UNIQUE INDEX one_payment ON payment (invoice_id)", "index payment.one_payment"),
                new Mutation("DROP INDEX payment_invoice_idx; CREATE INDEX payment_invoice_idx ON payment (method)",
                        "different: index payment.payment_invoice_idx"),
                new Mutation("DROP VIEW unpaid_invoice; CREATE VIEW unpaid_invoice AS SELECT 1 AS due",
                        "different: view unpaid_invoice"));
    }

    /// What only this product can do.
    abstract List<Mutation> ownMutations();

    @ParameterizedTest
    @MethodSource("mutations")
    void a_changed_database_is_refused_and_the_object_is_named(Mutation mutation) throws Exception {
        refusedNaming(mutation);
    }

    @Test
    void what_only_this_product_can_do_is_named_too() throws Exception {
        for (var mutation : ownMutations()) {
            refusedNaming(mutation);
        }
    }

    private void refusedNaming(Mutation mutation) throws Exception {
        var athanor = shop();
        upgrade(athanor, "head");
        execute(athanor.database(), "DROP TABLE alembic_version");
        execute(athanor.database(), mutation.statements().split("; "));

        var problem = refused(() -> stamp(athanor, List.of(new RevisionId(HEAD))));

        assertThat(problem.kind()).isEqualTo(ProblemKind.STAMP_CONTRADICTED);
        assertThat(problem.message()).contains(mutation.named());
        assertThat(athanor.rows()).isEmpty();
    }

    @Test
    void a_changed_database_is_near_to_where_it_was() throws Exception {
        var athanor = shop();
        upgrade(athanor, "head");
        execute(athanor.database(), "DROP INDEX payment_invoice_idx",
                "UPDATE alembic_version SET version_num = 'gone'");

        var location = athanor.locate(LocateListener.SILENT);

        assertThat(location.exact()).isEmpty();
        assertThat(location.rows()).contains(List.of(new RevisionId("gone")));
        assertThat(location.matches().getFirst().places()).extracting(Place::toString).containsExactly(HEAD);
        assertThat(location.matches().getFirst().finding().count()).isEqualTo(1);
    }

    @Test
    void what_no_revision_makes_is_told_and_does_not_count() throws Exception {
        var athanor = shop();
        upgrade(athanor, "head");
        execute(athanor.database(), "DROP TABLE alembic_version", "CREATE TABLE newsletter (id integer)",
                "CREATE VIEW newsletters AS SELECT id FROM newsletter");

        var location = athanor.locate(LocateListener.SILENT);

        assertThat(location.exact().orElseThrow().finding().strangers()).extracting(d -> d.subject().path())
                .containsExactlyInAnyOrder("newsletter", "newsletters");
        assertThat(athanor.examine(athanor.planStamp(List.of(HEAD), Stamps.Rows.KEPT)).notes()).singleElement()
                .asString().contains("table newsletter, view newsletters");
        stamp(athanor, List.of(new RevisionId(HEAD)));
    }

    @Test
    void an_empty_database_is_at_base() throws Exception {
        var location = shop().locate(LocateListener.SILENT);

        assertThat(location.exact().orElseThrow().places()).extracting(Place::toString).containsExactly("base");
    }

    @Test
    void what_cannot_be_carried_out_is_said_to_be_unknown() throws Exception {
        var project = folder.resolve("unknown");
        write(project, "a", "", "CREATE TABLE person (id integer);", "DROP TABLE person;");
        write(project, "b", "a", "ALTER TABLE nowhere ADD COLUMN x integer;\nCREATE TABLE pet (id integer);",
                "DROP TABLE pet;");
        var athanor = open(project, fresh());
        execute(athanor.database(), "CREATE TABLE person (id integer)", "CREATE TABLE pet (id integer)");

        var location = athanor.locate(LocateListener.SILENT);

        assertThat(location.exact()).isEmpty();
        assertThat(location.unmade()).singleElement()
                .satisfies(unmade -> assertThat(unmade.revision()).hasToString("b"));
        assertThat(location.guesses().getFirst().place()).hasToString("b");
        assertThat(athanor.examine(athanor.planStamp(List.of("b"), Stamps.Rows.KEPT)).notes()).singleElement()
                .asString().startsWith("Only the names of tables were compared");
    }

    @Test
    void every_revision_of_the_samples_comes_back() throws Exception {
        var samples = stride() == 1
                ? List.of("shop/athanor.toml", "library/alembic.ini")
                : List.of("shop/athanor.toml");
        for (var config : samples) {
            var project = Project.open(Samples.folder(config), Map.of());
            var trip = Athanor.open(project, fresh()).roundTrip(LocateListener.SILENT);

            assertThat(trip.steps()).hasSize(trip.revisions())
                    .allSatisfy(step -> assertThat(step.outcome()).isInstanceOf(TripStep.Outcome.Equal.class));
        }
    }

    @Test
    void a_downgrade_that_leaves_traces_is_named_with_its_line() throws Exception {
        var project = folder.resolve("trip");
        write(project, "a", "", "CREATE TABLE person (id integer, name text);", "DROP TABLE person;");
        write(project, "b", "a", "ALTER TABLE person ADD COLUMN age integer;\nCREATE INDEX i ON person (name);",
                "DROP INDEX i;");
        write(project, "c", "b", "CREATE TABLE pet (id integer);", "");
        write(project, "d", "c", "CREATE TABLE toy (id integer);", "DROP TABLE nothing;");
        write(project, "e", "d", "INSERT INTO pet VALUES (1);", "");
        write(project, "f", "e", "DROP TABLE toy;", "CREATE TABLE toy (id integer);");
        Files.writeString(project.resolve("versions/f.sql"),
                Files.readString(project.resolve("versions/f.sql")).replaceFirst("(?s)-- \\+downgrade.*", ""));

        var trip = open(project, fresh()).roundTrip(LocateListener.SILENT);

        var outcomes = trip.steps().stream().map(TripStep::outcome).toList();
        assertThat(outcomes.get(0)).isInstanceOf(TripStep.Outcome.Equal.class);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(TripStep.Outcome.Traces.class,
                traces -> assertThat(paths(traces.left())).containsExactly("person.age"));
        assertThat(trip.steps().get(1).place()).hasToString(project.resolve("versions/b.sql") + ":8");
        assertThat(outcomes.get(2)).isInstanceOf(TripStep.Outcome.Empty.class);
        assertThat(outcomes.get(3)).isInstanceOfSatisfying(TripStep.Outcome.Broken.class,
                broken -> assertThat(broken.move()).isEqualTo(TripStep.Move.DOWN));
        assertThat(outcomes.get(4)).isInstanceOf(TripStep.Outcome.Equal.class);
        assertThat(outcomes.get(5)).isInstanceOf(TripStep.Outcome.OneWay.class);
        assertThat(trip.isSound()).isFalse();
    }

    private static List<String> paths(Comparison comparison) {
        return comparison.differences().stream().map(d -> d.subject().path()).toList();
    }

    private static void found(Athanor athanor, List<RevisionId> rows) {
        var location = athanor.locate(LocateListener.SILENT);
        assertThat(location.exact()).as("%s", rows).isPresent();
        var places = location.exact().get().places();
        assertThat(places).as("%s", rows).anyMatch(place -> ids(place).equals(rows));
        var here = Catalog.readWhole(athanor.database());
        assertThat(location.exact().get().finding().comparison().actual()).isEqualTo(here);
        assertThat(location.matches().stream().skip(1)).noneMatch(Match::isExact);
    }

    private static List<RevisionId> ids(Place place) {
        return place.rows().stream().map(Revision::id).toList();
    }

    private static void stamp(Athanor athanor, List<RevisionId> rows) {
        var result = athanor.stamp(rows.stream().map(RevisionId::value).toList(), Stamps.Rows.KEPT, RunOptions.USUAL,
                RunListener.SILENT, new Stop());
        assertThat(result).isInstanceOf(RunResult.Completed.class);
        assertThat(athanor.rows()).contains(rows);
    }

    private Athanor shop() throws IOException {
        return Athanor.open(Samples.project("shop"), fresh());
    }

    static Athanor open(Path project, Database database) throws IOException {
        Files.writeString(project.resolve("athanor.toml"), "[athanor]\n");
        return Athanor.open(Project.open(project.resolve("athanor.toml"), Map.of()), database);
    }

    static void write(Path project, String id, String parent, String up, String down) throws IOException {
        Files.createDirectories(project.resolve("versions"));
        Files.writeString(project.resolve("versions/" + id + ".sql"), """
                -- revision: %s
                -- down_revision: %s

                -- +upgrade
                %s
                -- +downgrade
                %s
                """.formatted(id, parent, up, down));
    }

    private static void upgrade(Athanor athanor, String to) {
        var result = athanor.upgrade(to, RunOptions.USUAL, RunListener.SILENT, new Stop());
        assertThat(result).isInstanceOf(RunResult.Completed.class);
    }

    static void execute(Database database, String... statements) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
