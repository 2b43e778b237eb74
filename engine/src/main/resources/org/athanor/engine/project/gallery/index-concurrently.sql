-- Index a table; on PostgreSQL without stopping those who write to it.
-- +upgrade
CREATE INDEX table_name_column_name_idx ON table_name (column_name);

-- +upgrade postgresql
-- +transaction off
CREATE INDEX CONCURRENTLY table_name_column_name_idx ON table_name (column_name);

-- +downgrade
DROP INDEX table_name_column_name_idx;

-- +downgrade postgresql
-- +transaction off
DROP INDEX CONCURRENTLY table_name_column_name_idx;
