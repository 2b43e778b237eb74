-- revision: e9c411b4fe1f
-- down_revision: ad56f93c4b70
-- branch_labels:
-- depends_on:
-- message: Seed the categories and the first teas
-- created: 2026-02-10T11:00:00Z

-- +upgrade
INSERT INTO category (code, title) VALUES
    ('black', 'Black tea'),
    ('green', 'Green tea'),
    ('oolong', 'Oolong'),
    ('herbal', 'Herbal infusion');

INSERT INTO product (category_id, code, name, note, price_cents)
SELECT id, 'BLK-001', 'Monday Morning Assam', 'Brisk; takes milk and bad news well.', 890 FROM category WHERE code = 'black';

INSERT INTO product (category_id, code, name, note, price_cents)
SELECT id, 'BLK-002', 'The Librarian''s Lapsang', 'Smoky. Best drunk in silence.', 1150 FROM category WHERE code = 'black';

INSERT INTO product (category_id, code, name, note, price_cents)
SELECT id, 'GRN-001', 'Sencha for One', 'Steep for a minute; no longer.', 1240 FROM category WHERE code = 'green';

INSERT INTO product (category_id, code, name, note, price_cents)
SELECT id, 'OOL-001', 'Slow Boat Oolong', 'Good for at least five infusions.', 1680 FROM category WHERE code = 'oolong';

INSERT INTO product (category_id, code, name, note, price_cents)
SELECT id, 'HRB-001', 'Not Really Tea', 'Camomile, mint -- and no regrets.', 640 FROM category WHERE code = 'herbal';

-- +downgrade
DELETE FROM product WHERE code IN ('BLK-001', 'BLK-002', 'GRN-001', 'OOL-001', 'HRB-001');
DELETE FROM category WHERE code IN ('black', 'green', 'oolong', 'herbal');
