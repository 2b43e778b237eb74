-- revision: 8bbf842fb093
-- down_revision: 294d02d014a6
-- branch_labels:
-- depends_on:
-- message: Create the order total view
-- created: 2026-05-04T11:35:00Z

-- +upgrade
CREATE VIEW order_total AS
SELECT order_id, sum(quantity * unit_price_cents) AS total_cents
FROM order_line
GROUP BY order_id;

-- +downgrade
DROP VIEW order_total;
