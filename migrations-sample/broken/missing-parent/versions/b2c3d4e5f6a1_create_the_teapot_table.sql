-- revision: b2c3d4e5f6a1
-- down_revision: f00df00df00d
-- branch_labels:
-- depends_on:
-- message: Create the teapot table
-- created: 2026-01-06T09:00:00Z

-- +upgrade
CREATE TABLE teapot (id integer PRIMARY KEY);

-- +downgrade
DROP TABLE teapot;
