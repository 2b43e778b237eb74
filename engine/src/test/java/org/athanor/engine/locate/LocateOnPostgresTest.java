package org.athanor.engine.locate;

import java.nio.file.Path;
import java.util.List;

import org.athanor.engine.database.ConnectionSettings;
import org.athanor.engine.database.Database;
import org.athanor.engine.database.TestPostgres;

class LocateOnPostgresTest extends LocateContract {
    @Override
    Database fresh() {
        return Database.of(ConnectionSettings.parse(TestPostgres.freshDatabase(), Path.of("")));
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
