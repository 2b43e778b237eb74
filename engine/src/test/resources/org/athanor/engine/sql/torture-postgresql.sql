-- A comment; with a semicolon.
CREATE TABLE "odd;name" (
    id integer PRIMARY KEY, -- ' a quote in a comment
    note text DEFAULT 'a;b''c;'
);

/* A block; /* nested; */ still a comment; */
INSERT INTO "odd;name" VALUES (1, E'It\'s; escaped \\'), (2, 'back\slash\');

CREATE FUNCTION one() RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
    -- a comment; inside
    RETURN 1;
END;
$$;

CREATE FUNCTION two() RETURNS text LANGUAGE plpgsql AS $body$
DECLARE
    inner_text text := $$ ; not the end ; $$;
BEGIN
    RETURN inner_text;
END;
$body$;

SELECT 'a' AS "quoted ""name"" ; here", $tag$;$tag$;

DO $do$ BEGIN PERFORM 1; END $do$;

SELECT price$1 FROM t WHERE a = $1;

SELECT CASE WHEN true THEN 'END' ELSE ';' END;

CREATE VIEW v AS SELECT a.x FROM a;
SELECT 1 /* trailing; */;
SELECT 'last one has no semicolon'
