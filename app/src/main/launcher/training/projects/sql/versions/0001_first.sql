-- revision: 0001
-- down_revision:
-- message: First

-- +upgrade
CREATE TABLE training (id integer PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'a;b');

-- +downgrade
DROP TABLE training;
