package org.athanor.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.athanor.engine.compare.Part;
import org.athanor.engine.compare.SchemaDifference;
import org.athanor.engine.compare.SchemaDifference.Extra;
import org.athanor.engine.compare.SchemaDifference.Missing;
import org.athanor.engine.schema.Definition;
import org.athanor.engine.schema.Table;
import org.athanor.engine.schema.TableName;
import org.junit.jupiter.api.Test;

class DifferenceGroupTest {
    @Test
    void tables_come_first_then_other_kinds_schema_by_schema() {
        var groups = DifferenceGroup.of(List.of(new Missing(new Part.OfNamespace("audit")), view("late"),
                table("audit", "log"), table("", "zebra"), trigger("zebra"), table("", "ant")));

        assertThat(groups).extracting(DifferenceGroup::path).containsExactly("ant", "zebra", "views", "audit.log",
                "audit.schemas");
        assertThat(groups.get(1).differences()).extracting(d -> d.subject().kind()).containsExactly("table", "trigger");
    }

    @Test
    void a_table_alone_needs_no_heading() {
        assertThat(DifferenceGroup.of(List.of(table("", "ant"))).getFirst().single()).isPresent();
        assertThat(DifferenceGroup.of(List.of(view("late"))).getFirst().single()).isEmpty();
    }

    private static SchemaDifference table(String schema, String name) {
        return new Extra(new Part.OfTable(Table.named(name(schema, name))));
    }

    private static SchemaDifference view(String name) {
        return new Missing(new Part.OfDefinition(
                new Definition(Definition.Kind.VIEW, name("", name), Optional.empty(), "SELECT 1")));
    }

    private static SchemaDifference trigger(String table) {
        return new Missing(new Part.OfDefinition(new Definition(Definition.Kind.TRIGGER, name("", "t"),
                Optional.of(name("", table)), "SELECT 1")));
    }

    private static TableName name(String schema, String name) {
        return new TableName(Optional.of(schema).filter(s -> !s.isEmpty()), name);
    }
}
