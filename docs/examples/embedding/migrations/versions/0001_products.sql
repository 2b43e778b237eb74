-- revision: 0001
-- down_revision:
-- message: Products

-- +upgrade
CREATE TABLE product (id integer NOT NULL PRIMARY KEY, name varchar(80) NOT NULL);

-- +downgrade
DROP TABLE product;
