-- revision: 9662309d2f0c
-- down_revision: 19e707c6ca8b
-- branch_labels:
-- depends_on: b1506801f252
-- message: Keep the address an invoice is sent to
-- created: 2026-04-27T10:05:00Z

-- +upgrade
ALTER TABLE invoice ADD COLUMN sent_to varchar(320);

-- Invoices issued so far went to the e-mail address of the customer.
UPDATE invoice SET sent_to = (
    SELECT customer.email
    FROM customer_order
    JOIN customer ON customer.id = customer_order.customer_id
    WHERE customer_order.id = invoice.order_id
);

-- +downgrade
ALTER TABLE invoice DROP COLUMN sent_to;
