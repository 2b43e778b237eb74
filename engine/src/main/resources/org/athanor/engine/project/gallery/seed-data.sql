-- Put rows into a table, and take these very rows out on the way back.
-- +upgrade
INSERT INTO table_name (id, name) VALUES (1, 'first');
INSERT INTO table_name (id, name) VALUES (2, 'second');

-- +downgrade
DELETE FROM table_name WHERE id IN (1, 2);
