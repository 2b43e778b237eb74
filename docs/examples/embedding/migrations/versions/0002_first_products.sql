-- revision: 0002
-- down_revision: 0001
-- message: The first two products

-- +upgrade
INSERT INTO product (id, name) VALUES (1, 'Crucible'), (2, 'Bellows');

-- +downgrade
DELETE FROM product WHERE id IN (1, 2);
