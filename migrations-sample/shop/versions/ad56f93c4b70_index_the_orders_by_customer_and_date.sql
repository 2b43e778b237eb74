-- revision: ad56f93c4b70
-- down_revision: b202f7f7ab10
-- branch_labels:
-- depends_on:
-- message: Index the orders by customer and date
-- created: 2026-02-03T08:45:00Z

-- +upgrade
CREATE INDEX customer_order_customer_idx ON customer_order (customer_id, placed_at);

-- +upgrade postgresql
-- +transaction off
CREATE INDEX CONCURRENTLY customer_order_customer_idx ON customer_order (customer_id, placed_at);

-- +downgrade
DROP INDEX customer_order_customer_idx;

-- +downgrade postgresql
-- +transaction off
DROP INDEX CONCURRENTLY customer_order_customer_idx;
