# Create a table, and drop it on the way back.
# +upgrade
op.create_table(
    "table_name",
    sa.Column("id", sa.Integer(), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("created_at", sa.DateTime(), server_default=sa.func.now(), nullable=False),
)
# +downgrade
op.drop_table("table_name")
