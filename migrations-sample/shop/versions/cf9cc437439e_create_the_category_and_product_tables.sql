-- revision: cf9cc437439e
-- down_revision: 9f2580d34104
-- branch_labels:
-- depends_on:
-- message: Create the category and product tables
-- created: 2026-01-14T10:30:00Z

-- +upgrade postgresql
CREATE TABLE category (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(20) NOT NULL UNIQUE,
    title varchar(100) NOT NULL
);

CREATE TABLE product (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    category_id integer NOT NULL REFERENCES category (id),
    code varchar(20) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    note text,
    price_cents integer NOT NULL CHECK (price_cents > 0)
);

-- +upgrade sqlite
CREATE TABLE category (
    id integer PRIMARY KEY,
    code varchar(20) NOT NULL UNIQUE,
    title varchar(100) NOT NULL
);

CREATE TABLE product (
    id integer PRIMARY KEY,
    category_id integer NOT NULL REFERENCES category (id),
    code varchar(20) NOT NULL UNIQUE,
    name varchar(60) NOT NULL,
    note text,
    price_cents integer NOT NULL CHECK (price_cents > 0)
);

-- +downgrade
DROP TABLE product;
DROP TABLE category;
