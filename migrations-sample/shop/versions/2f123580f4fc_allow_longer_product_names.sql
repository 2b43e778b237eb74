-- revision: 2f123580f4fc
-- down_revision: b1506801f252
-- branch_labels:
-- depends_on:
-- message: Allow longer product names
-- created: 2026-03-24T16:10:00Z

-- +upgrade postgresql
ALTER TABLE product ALTER COLUMN name TYPE varchar(200);

-- +upgrade sqlite
-- Nothing to do: SQLite does not enforce the length of a varchar.

-- +downgrade postgresql
ALTER TABLE product ALTER COLUMN name TYPE varchar(60) USING substring(name FROM 1 FOR 60);

-- +downgrade sqlite
-- The column stays as it is; only names that grew too long are cut.
UPDATE product SET name = substr(name, 1, 60) WHERE length(name) > 60;
