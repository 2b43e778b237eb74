-- revision: b202f7f7ab10
-- down_revision: cf9cc437439e
-- branch_labels:
-- depends_on:
-- message: Create the order tables
-- created: 2026-01-20T14:15:00Z

-- +upgrade postgresql
CREATE TABLE customer_order (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customer (id),
    placed_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE order_line (
    order_id integer NOT NULL REFERENCES customer_order (id),
    product_id integer NOT NULL REFERENCES product (id),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price_cents integer NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

-- +upgrade sqlite
CREATE TABLE customer_order (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL REFERENCES customer (id),
    placed_at text NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE order_line (
    order_id integer NOT NULL REFERENCES customer_order (id),
    product_id integer NOT NULL REFERENCES product (id),
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price_cents integer NOT NULL,
    PRIMARY KEY (order_id, product_id)
);

-- +downgrade
DROP TABLE order_line;
DROP TABLE customer_order;
