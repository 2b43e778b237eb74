-- revision: 19e707c6ca8b
-- down_revision: 7ad99c1657b1
-- branch_labels:
-- depends_on:
-- message: Create the payment table
-- created: 2026-03-16T13:40:00Z

-- +upgrade postgresql
CREATE TABLE payment (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    invoice_id integer NOT NULL REFERENCES invoice (id),
    method varchar(10) NOT NULL CHECK (method IN ('card', 'cash', 'transfer')),
    amount_cents integer NOT NULL CHECK (amount_cents > 0),
    paid_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX payment_invoice_idx ON payment (invoice_id);

-- +upgrade sqlite
CREATE TABLE payment (
    id integer PRIMARY KEY,
    invoice_id integer NOT NULL REFERENCES invoice (id),
    method varchar(10) NOT NULL CHECK (method IN ('card', 'cash', 'transfer')),
    amount_cents integer NOT NULL CHECK (amount_cents > 0),
    paid_at text NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX payment_invoice_idx ON payment (invoice_id);

-- +downgrade
DROP INDEX payment_invoice_idx;
DROP TABLE payment;
