-- revision: 9f2580d34104
-- down_revision:
-- branch_labels:
-- depends_on:
-- message: Create the customer table
-- created: 2026-01-12T09:00:00Z

-- +upgrade postgresql
CREATE TABLE customer (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name varchar(200) NOT NULL,
    joined_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- +upgrade sqlite
CREATE TABLE customer (
    id integer PRIMARY KEY,
    name varchar(200) NOT NULL,
    joined_at text NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- +downgrade
DROP TABLE customer;
