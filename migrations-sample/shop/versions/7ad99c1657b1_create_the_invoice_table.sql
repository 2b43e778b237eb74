-- revision: 7ad99c1657b1
-- down_revision: e9c411b4fe1f
-- branch_labels: billing
-- depends_on:
-- message: Create the invoice table
-- created: 2026-03-02T09:20:00Z

-- +upgrade postgresql
CREATE TABLE invoice (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id integer NOT NULL UNIQUE REFERENCES customer_order (id),
    number varchar(20) NOT NULL UNIQUE,
    issued_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- +upgrade sqlite
CREATE TABLE invoice (
    id integer PRIMARY KEY,
    order_id integer NOT NULL UNIQUE REFERENCES customer_order (id),
    number varchar(20) NOT NULL UNIQUE,
    issued_at text NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- +downgrade
DROP TABLE invoice;
