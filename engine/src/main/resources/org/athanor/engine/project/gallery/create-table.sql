-- Create a table, and drop it on the way back.
-- +upgrade
CREATE TABLE table_name (
    id integer PRIMARY KEY,
    name varchar(200) NOT NULL,
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- +downgrade
DROP TABLE table_name;
