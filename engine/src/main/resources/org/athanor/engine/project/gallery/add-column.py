# Add a column to a table, and drop it on the way back.
# +upgrade
op.add_column("table_name", sa.Column("column_name", sa.String(200), nullable=True))
# +downgrade
op.drop_column("table_name", "column_name")
