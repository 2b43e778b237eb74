# Add a value to an enumeration of PostgreSQL. There is no way back.
# +upgrade
with op.get_context().autocommit_block():
    op.execute("ALTER TYPE enum_name ADD VALUE IF NOT EXISTS 'new_value'")
# +downgrade
raise NotImplementedError("PostgreSQL can't take a value out of an enumeration")
