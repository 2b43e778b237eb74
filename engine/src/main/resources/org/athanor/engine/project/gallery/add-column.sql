-- Add a column to a table, and drop it on the way back.
-- +upgrade
ALTER TABLE table_name ADD COLUMN column_name varchar(200);

-- +downgrade
ALTER TABLE table_name DROP COLUMN column_name;
