-- revision: a1b2c3d4e5f6
-- down_revision:
-- branch_labels:
-- depends_on:
-- message: Create the kettle table
-- created: 2026-01-05T09:00:00Z

-- +upgrade
CREATE TABLE kettle (id integer PRIMARY KEY);

-- +downgrade
DROP TABLE kettle;
