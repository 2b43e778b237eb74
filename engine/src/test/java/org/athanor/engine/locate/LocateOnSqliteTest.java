package org.athanor.engine.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.junit.jupiter.api.Test;

class LocateOnSqliteTest extends LocateContract {
    @Override
    Database fresh() throws IOException {
        var own = Files.createTempDirectory(folder, "database");
        return Database.of(ConnectionSettings.parse("sqlite:///x.db", own));
    }

    @Override
    int stride() {
        return 1;
    }

    @Override
    List<Mutation> ownMutations() {
        return List.of(new Mutation("DROP TRIGGER order_line_stock", "missing: trigger order_line_stock"));
    }

    @Test
    void what_cannot_even_be_planned_hides_nothing_before_it() throws Exception {
        var project = folder.resolve("unplanned");
        write(project, "a", "", "CREATE TABLE person (id integer);", "DROP TABLE person;");
        write(project, "b", "a", "CREATE TABLE pet (id integer);", "DROP TABLE pet;");
        writePython(project, "c", "b", "op.alter_column('person', 'id', type_=sa.BigInteger())");
        write(project, "d", "c", "CREATE TABLE toy (id integer);", "DROP TABLE toy;");
        var athanor = open(project, fresh());
        execute(athanor.database(), "CREATE TABLE person (id integer)");

        var location = athanor.locate(LocateListener.SILENT);

        assertThat(location.exact().orElseThrow().places()).extracting(Place::toString).containsExactly("a");
        var trip = athanor.roundTrip(LocateListener.SILENT);
        assertThat(trip.steps()).extracting(TripStep::outcome).hasSize(3).last()
                .isInstanceOfSatisfying(TripStep.Outcome.Broken.class,
                        broken -> assertThat(broken.move()).isEqualTo(TripStep.Move.UP));
    }

    private static void writePython(Path project, String id, String parent, String up) throws IOException {
        Files.writeString(project.resolve("versions/" + id + ".py"), """
                from alembic import op
                import sqlalchemy as sa

                revision = "%s"
                down_revision = "%s"


                def upgrade():
                    %s


                def downgrade():
                    pass
                """.formatted(id, parent, up));
    }
}
