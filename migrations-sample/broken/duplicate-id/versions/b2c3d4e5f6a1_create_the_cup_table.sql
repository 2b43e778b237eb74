-- revision: b2c3d4e5f6a1
-- down_revision: a1b2c3d4e5f6
-- branch_labels:
-- depends_on:
-- message: Create the cup table
-- created: 2026-01-07T09:00:00Z

-- +upgrade
CREATE TABLE cup (id integer PRIMARY KEY);

-- +downgrade
DROP TABLE cup;
