-- revision: be05683d214d
-- down_revision: 8bbf842fb093, 9662309d2f0c
-- branch_labels:
-- depends_on:
-- message: Merge billing into the main line
-- created: 2026-05-18T10:00:00Z

-- +upgrade
-- Nothing to do: a merge only joins the two lines.

-- +downgrade
-- Nothing to undo.
