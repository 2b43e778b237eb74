-- Add a value to an enumeration of PostgreSQL. There is no way back, so there is no downgrade section.
-- +upgrade postgresql
-- +transaction off
ALTER TYPE enum_name ADD VALUE IF NOT EXISTS 'new_value';

-- +upgrade
-- Other databases have no enumerations.
