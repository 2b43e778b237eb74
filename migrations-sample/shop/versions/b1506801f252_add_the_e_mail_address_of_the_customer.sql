-- revision: b1506801f252
-- down_revision: e9c411b4fe1f
-- branch_labels:
-- depends_on:
-- message: Add the e-mail address of the customer
-- created: 2026-03-09T15:30:00Z

-- +upgrade
ALTER TABLE customer ADD COLUMN email varchar(320);
CREATE UNIQUE INDEX customer_email_idx ON customer (lower(email));

-- +downgrade
DROP INDEX customer_email_idx;
ALTER TABLE customer DROP COLUMN email;
