-- Brings lines together; usually nothing else.
-- +upgrade

-- +downgrade
