package org.athanor.engine.script.python.vocabulary.operations;

import java.util.Optional;

import org.athanor.engine.operation.Operation;
import org.athanor.engine.script.python.value.NativeFunction;
import org.athanor.engine.script.python.value.Value;
import org.athanor.engine.script.python.vocabulary.argument.Given;
import org.athanor.engine.script.python.vocabulary.schema.ConstraintValue;
import org.athanor.engine.script.python.vocabulary.schema.DefinedColumn;
import org.athanor.engine.script.python.vocabulary.schema.DefinedTable;
import org.athanor.engine.script.python.vocabulary.schema.MetadataValue;
import org.athanor.engine.script.python.vocabulary.schema.Settings;
import org.athanor.engine.script.python.vocabulary.schema.TableModel;

/// Creates, drops, renames and comments tables.
final class TableDirectives {
    private static final String CREATE = "table_name, *columns, if_not_exists=None, schema=None, comment=None,"
            + " prefixes=None, info=None, quote=None!, quote_schema=None!, implicit_returning=True, listeners=None!,"
            + " keep_existing=False, extend_existing=False, **kw";

    private final Place place;

    TableDirectives(Place place) {
        this.place = place;
    }

    /// `create_table` answers the table: its rows can be inserted at once.
    Value create() {
        return NativeFunction.of("op.create_table", CREATE, bound -> create(new Given("op.create_table()", bound)));
    }

    private Value create(Given given) {
        var name = place.table(given, "table_name");
        var function = "op.create_table('%s')".formatted(name);
        var table = new DefinedTable(name, new MetadataValue(Optional.empty(), place.conventions()));
        table.describe(given.optionalText("comment"),
                Settings.of(function, given.bound().namedRest(), Settings.TABLE), given.names("prefixes"));
        var items = given.bound().rest();
        for (var item : items) {
            if (item instanceof DefinedColumn column) {
                table.append(free(column));
            }
        }
        for (var item : items) {
            if (!(item instanceof DefinedColumn)) {
                table.append(free(item));
            }
        }
        place.record(new Operation.CreateTable(TableModel.of(table, place.product()), given.flag("if_not_exists")),
                given.bound().line());
        return table;
    }

    private static DefinedColumn free(DefinedColumn column) {
        return column.table().isPresent() ? column.copy() : column;
    }

    private static Value free(Value item) {
        return item instanceof ConstraintValue constraint && constraint.table().isPresent() ? constraint.copy() : item;
    }

    void drop(Given given) {
        Settings.of(given.function(), given.bound().namedRest(), Settings.TABLE);
        place.record(new Operation.DropTable(place.table(given, "table_name"), given.flag("if_exists")),
                given.bound().line());
    }

    void rename(Given given) {
        place.record(new Operation.RenameTable(place.table(given, "old_table_name"), given.text("new_table_name")),
                given.bound().line());
    }

    void comment(Given given) {
        place.record(new Operation.CommentTable(place.table(given, "table_name"), given.optionalText("comment")),
                given.bound().line());
    }

    void dropComment(Given given) {
        place.record(new Operation.CommentTable(place.table(given, "table_name"), Optional.empty()),
                given.bound().line());
    }

}
