# Index a table; on PostgreSQL without stopping those who write to it.
# +upgrade
with op.get_context().autocommit_block():
    op.create_index(
        "table_name_column_name_idx",
        "table_name",
        ["column_name"],
        postgresql_concurrently=True,
    )
# +downgrade
with op.get_context().autocommit_block():
    op.drop_index(
        "table_name_column_name_idx",
        table_name="table_name",
        postgresql_concurrently=True,
    )
