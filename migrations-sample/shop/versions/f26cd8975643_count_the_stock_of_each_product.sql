-- revision: f26cd8975643
-- down_revision: 2f123580f4fc
-- branch_labels:
-- depends_on:
-- message: Count the stock of each product
-- created: 2026-04-08T09:50:00Z

-- +upgrade
ALTER TABLE product ADD COLUMN stock integer NOT NULL DEFAULT 0 CHECK (stock >= 0);
UPDATE product SET stock = 40 WHERE code IN ('BLK-001', 'GRN-001', 'HRB-001');
UPDATE product SET stock = 12 WHERE code IN ('BLK-002', 'OOL-001');

-- +downgrade
ALTER TABLE product DROP COLUMN stock;
