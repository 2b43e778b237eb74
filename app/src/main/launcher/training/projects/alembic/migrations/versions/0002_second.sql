-- revision: 0002
-- down_revision: 0001
-- message: Second

-- +upgrade
CREATE TABLE training (id integer PRIMARY KEY);

-- +downgrade
DROP TABLE training;
