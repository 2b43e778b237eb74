# Put rows into a table, and take these very rows out on the way back.
# +upgrade
table_name = sa.table(
    "table_name",
    sa.column("id", sa.Integer()),
    sa.column("name", sa.String()),
)
op.bulk_insert(
    table_name,
    [
        {"id": 1, "name": "first"},
        {"id": 2, "name": "second"},
    ],
)
# +downgrade
op.execute("DELETE FROM table_name WHERE id IN (1, 2)")
