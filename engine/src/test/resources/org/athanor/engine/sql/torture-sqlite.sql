-- A comment; with a semicolon.
CREATE TABLE "odd;name" (
    id integer PRIMARY KEY, -- ' a quote in a comment
    note text DEFAULT 'a;b''c;'
);

/* A block; not nested /* ; */
INSERT INTO "odd;name" VALUES (1, 'ends with a backslash\'), (2, 'next');

CREATE TRIGGER stock AFTER INSERT ON line
FOR EACH ROW
BEGIN
    -- a comment; inside
    UPDATE product SET stock = CASE WHEN stock > 0 THEN stock - 1 ELSE 0 END WHERE id = NEW.id;
    INSERT INTO log VALUES ('END;');
END;

CREATE TEMP TRIGGER IF NOT EXISTS second DELETE ON line BEGIN SELECT 1; END;

SELECT `odd;``name` FROM t;
BEGIN;
COMMIT;
SELECT CASE WHEN 1 THEN 'END' ELSE ';' END;
SELECT 1 /* trailing; */;
SELECT 'last one has no semicolon'
