-- Two empty sections to fill in.
-- +upgrade


-- +downgrade
