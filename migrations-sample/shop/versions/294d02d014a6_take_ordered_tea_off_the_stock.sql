-- revision: 294d02d014a6
-- down_revision: f26cd8975643
-- branch_labels:
-- depends_on:
-- message: Take ordered tea off the stock
-- created: 2026-04-20T14:25:00Z

-- +upgrade postgresql
CREATE FUNCTION take_off_stock() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    -- The check on product.stock refuses an order for more than there is.
    UPDATE product SET stock = stock - NEW.quantity WHERE id = NEW.product_id;
    RETURN NEW;
END;
$$;

CREATE TRIGGER order_line_stock
AFTER INSERT ON order_line
FOR EACH ROW
EXECUTE FUNCTION take_off_stock();

-- +upgrade sqlite
CREATE TRIGGER order_line_stock
AFTER INSERT ON order_line
FOR EACH ROW
BEGIN
    -- The check on product.stock refuses an order for more than there is.
    UPDATE product SET stock = stock - NEW.quantity WHERE id = NEW.product_id;
END;

-- +downgrade postgresql
DROP TRIGGER order_line_stock ON order_line;
DROP FUNCTION take_off_stock();

-- +downgrade sqlite
DROP TRIGGER order_line_stock;
