-- revision: d4e5f6a1b2c3
-- down_revision: c3d4e5f6a1b2
-- branch_labels:
-- depends_on:
-- message: Create the saucer table
-- created: 2026-01-08T09:00:00Z

-- +upgrade
CREATE TABLE saucer (id integer PRIMARY KEY);

-- +downgrade
DROP TABLE saucer;
