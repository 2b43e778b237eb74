-- revision: 3aa1a1a61566
-- down_revision: be05683d214d
-- branch_labels:
-- depends_on:
-- message: Create the unpaid invoice view
-- created: 2026-06-01T09:15:00Z

-- +upgrade
CREATE VIEW unpaid_invoice AS
SELECT
    invoice.number,
    invoice.sent_to,
    order_total.total_cents - coalesce(sum(payment.amount_cents), 0) AS due_cents
FROM invoice
JOIN order_total ON order_total.order_id = invoice.order_id
LEFT JOIN payment ON payment.invoice_id = invoice.id
GROUP BY invoice.id, invoice.number, invoice.sent_to, order_total.total_cents
HAVING order_total.total_cents > coalesce(sum(payment.amount_cents), 0);

-- +downgrade
DROP VIEW unpaid_invoice;
