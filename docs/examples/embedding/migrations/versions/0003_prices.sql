-- revision: 0003
-- down_revision: 0002
-- message: Prices

-- +upgrade
ALTER TABLE product ADD COLUMN price integer;

-- +downgrade
ALTER TABLE product DROP COLUMN price;
